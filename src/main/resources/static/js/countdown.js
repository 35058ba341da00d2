// <p class="countdown" data-seconds="754" data-over="now">13 minutes</p> runs down to the second. Counted from when the
// page came, not by this device's clock, which may be wrong. At the end the body hears "countdown-over".

const DAY = 86400;
let running = [];

function words(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function find() {
  running = [...document.querySelectorAll(".countdown[data-seconds]")].map((place) =>
    running.find((known) => known.place === place)
      ?? { place, end: performance.now() + Number(place.dataset.seconds) * 1000 });
}

function tick() {
  for (const timer of running) {
    const left = Math.ceil((timer.end - performance.now()) / 1000);
    if (left > 0 && left < DAY) {
      timer.place.textContent = words(left);
    } else if (left <= 0 && !timer.over) {
      timer.over = true;
      timer.place.textContent = timer.place.dataset.over ?? words(0);
      document.body.dispatchEvent(new CustomEvent("countdown-over"));
    }
  }
}

document.addEventListener("htmx:afterSettle", () => {
  find();
  tick();
});
find();
tick();
setInterval(tick, 250);
