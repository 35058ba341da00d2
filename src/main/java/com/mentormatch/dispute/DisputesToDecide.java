package com.mentormatch.dispute;

import com.mentormatch.account.NeedsAdmin;
import com.mentormatch.booking.OpenDisputes;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Disputes on the admins' overview, once they can be decided. */
@Component
class DisputesToDecide implements NeedsAdmin {

    private final OpenDisputes disputes;

    DisputesToDecide(OpenDisputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public List<Matter> matters(int size, Instant now) {
        return disputes.ready(size, now)
            .stream()
            .map(card -> new Matter(card.appeal() ? "appeal" : "dispute",
                    List.of(card.title(), card.mentee().name(), card.mentor().name()), card.until(),
                    "/admin/disputes/" + card.id()))
            .toList();
    }
}
