package com.mentormatch.sandbox.mail;

import com.mentormatch.sandbox.mail.ReceivedMail.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The pages of the mail viewer, as text. Whatever a mail says is escaped; its HTML is only ever shown in a frame. */
final class MailPages {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter
        .ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);

    private MailPages() {}

    /** @param open the mail to show beside the list, null for none */
    static String page(List<ReceivedMail> mails, ReceivedMail open, String view, Instant now) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/style.css">
                %s
                </head>
                <body class="%s">
                <header class="bar">
                <h1><a href="/">Mail <span>of the sandbox</span></a></h1>
                <p>%s</p>
                <form method="post" action="/delete"><button%s>Delete all</button></form>
                </header>
                <div class="panes">
                <nav class="list" aria-label="Mails, newest first">%s</nav>
                <main class="mail">%s</main>
                </div>
                </body>
                </html>
                """.formatted(open == null ? "Mail" : escape(subject(open)),
                open == null ? "<meta http-equiv=\"refresh\" content=\"5\">" : "", open == null ? "listing" : "reading",
                count(mails.size()), mails.isEmpty() ? " disabled" : "", list(mails, open, now),
                open == null ? nothingOpen(mails) : mail(open, view));
    }

    private static String list(List<ReceivedMail> mails, ReceivedMail open, Instant now) {
        if (mails.isEmpty()) {
            return "";
        }
        var list = new StringBuilder("<ol>");
        for (var mail : mails) {
            list.append("""
                    <li><a href="/mails/%s"%s>
                    <b dir="auto">%s</b>
                    <span class="to">to <bdi>%s</bdi></span>
                    <time datetime="%s" title="%s">%s</time>%s
                    </a></li>
                    """.formatted(mail.id(),
                    mail.equals(open) || open != null && mail.id().equals(open.id()) ? " aria-current=\"true\"" : "",
                    escape(subject(mail)), escape(mail.to()), mail.at(), DAY.format(mail.at()), ago(mail.at(), now),
                    mail.files().isEmpty() ? "" : "<span class=\"file\">invitation</span>"));
        }
        return list.append("</ol>").toString();
    }

    private static String mail(ReceivedMail mail, String view) {
        var facts = """
                <a class="back" href="/">All mails</a>
                <h2 dir="auto">%s</h2>
                <dl>
                <div><dt>From</dt><dd><bdi>%s</bdi></dd></div>
                <div><dt>To</dt><dd><bdi>%s</bdi></dd></div>
                <div><dt>Arrived</dt><dd>%s</dd></div>
                </dl>
                """.formatted(escape(subject(mail)), escape(mail.from()), escape(mail.to()), DAY.format(mail.at()));
        return facts + files(mail) + tabs(mail, view) + switch (view) {
            case "text" -> "<pre class=\"text\" dir=\"auto\">" + escape(mail.text()) + "</pre>";
            case "headers" -> headers(mail);
            case "calendar" -> "<pre class=\"text\">" + escape(calendar(mail)) + "</pre>";
            default -> mail.html() == null
                    ? "<pre class=\"text\" dir=\"auto\">" + escape(mail.text()) + "</pre>"
                    : "<iframe class=\"html\" title=\"The mail as HTML\" sandbox=\"allow-popups "
                            + "allow-popups-to-escape-sandbox\" src=\"/mails/" + mail.id() + "/html\"></iframe>";
        };
    }

    private static String tabs(ReceivedMail mail, String view) {
        var tabs = new StringBuilder("<ul class=\"tabs\">");
        for (var tab : calendar(mail).isEmpty()
                ? List.of("html", "text", "headers")
                : List.of("html", "text", "calendar", "headers")) {
            tabs.append("<li><a href=\"/mails/")
                .append(mail.id())
                .append("?view=")
                .append(tab)
                .append('"')
                .append(tab.equals(view) ? " aria-current=\"page\"" : "")
                .append('>')
                .append(tab.equals("html") ? "HTML" : Character.toUpperCase(tab.charAt(0)) + tab.substring(1))
                .append("</a></li>");
        }
        return tabs.append("</ul>").toString();
    }

    private static String files(ReceivedMail mail) {
        var files = new StringBuilder();
        for (var i = 0; i < mail.files().size(); i++) {
            var file = mail.files().get(i);
            if (!file.type().equals("text/calendar")) {
                files.append("<p class=\"files\"><a href=\"/mails/")
                    .append(mail.id())
                    .append("/files/")
                    .append(i)
                    .append("\" download>")
                    .append(escape(file.name()))
                    .append("</a> ")
                    .append(file.content().length)
                    .append(" bytes</p>");
            }
        }
        return files.toString();
    }

    private static String headers(ReceivedMail mail) {
        var rows = new StringBuilder("<div class=\"scroll\"><table><tbody>");
        for (var header : mail.headers()) {
            rows.append("<tr><th scope=\"row\">")
                .append(escape(header.name()))
                .append("</th><td>")
                .append(escape(header.value()))
                .append("</td></tr>");
        }
        return rows.append("</tbody></table></div>").toString();
    }

    private static String calendar(ReceivedMail mail) {
        return mail.files()
            .stream()
            .filter(file -> file.type().equals("text/calendar"))
            .map(File::content)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .findFirst()
            .orElse("");
    }

    private static String nothingOpen(List<ReceivedMail> mails) {
        return mails.isEmpty()
                ? "<p class=\"nothing\">No mail yet. What the product sends arrives here, nothing leaves this machine.</p>"
                : "<p class=\"nothing\">Choose a mail.</p>";
    }

    private static String count(int mails) {
        return mails == 0 ? "" : mails == 1 ? "1 mail" : mails + " mails, newest first";
    }

    private static String ago(Instant at, Instant now) {
        var age = Duration.between(at, now);
        return age.toMinutes() < 1
                ? "now"
                : age.toHours() < 1
                        ? age.toMinutes() + " min ago"
                        : age.toHours() < 24
                                ? CLOCK.format(at).substring(0, 5) + " UTC"
                                : DAY.format(at).replaceFirst(",.*", "");
    }

    private static String subject(ReceivedMail mail) {
        return mail.subject() == null || mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    static String escape(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
    }
}
