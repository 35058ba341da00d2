package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A mentor changes dated exceptions or travels. Where that would leave a booked session outside, it is shown first and
 * nothing is saved. Source: product.md, "Availability".
 */
@Component
public class EditDates {

    public sealed interface Result {}

    public record Saved() implements Result {}

    public record Refused(DatesRefusal why) implements Result {}

    /** @param other where the mentor is on some of these dates already */
    public record Overlaps(Travel other) implements Result {}

    /** Sessions fall outside that the mentor has not been told of. */
    public record LeavesOut(PreviewAvailability.Preview preview) implements Result {}

    private final EditAvailability availability;
    private final PreviewAvailability preview;
    private final People people;

    EditDates(EditAvailability availability, PreviewAvailability preview, People people) {
        this.availability = availability;
        this.preview = preview;
        this.people = people;
    }

    /** @param told pages of the sessions the mentor has seen would fall outside, and leaves as they are */
    public Result edit(AccountId mentor, DatesChange change, Set<String> told, Instant now) {
        while (true) {
            var saved = availability.current(mentor);
            switch (change.on(saved)) {
                case DatesChange.Refused(var why) -> {
                    return new Refused(why);
                }
                case DatesChange.Overlaps(var other) -> {
                    return new Overlaps(other);
                }
                case DatesChange.Changed(var wanted) -> {
                    if (wanted.equals(saved)) {
                        return new Saved();
                    }
                    var shown = preview.of(mentor, wanted, people.find(mentor).orElseThrow().zone(), now);
                    if (shown.surprises(told)) {
                        return new LeavesOut(shown);
                    }
                    if (availability.save(mentor, wanted) instanceof EditAvailability.Saved) {
                        return new Saved();
                    }
                }
            }
        }
    }
}
