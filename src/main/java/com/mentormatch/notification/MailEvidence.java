package com.mentormatch.notification;

import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Evidence;
import com.mentormatch.shared.Columns;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mails went to whom about a booking. */
@Component
class MailEvidence implements Evidence {

    private final JdbcClient jdbc;

    MailEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public String of(BookingId booking) {
        return jdbc.sql(
                "SELECT staged_at, done_at, status, recipient, subject, text_part FROM mail WHERE booking_id = ? ORDER BY id")
            .param(Columns.param(booking.value()))
            .query((row, _) -> {
                var sent = Columns.instant(row, "done_at");
                var text = row.getString("text_part");
                return (sent == null ? Columns.instant(row, "staged_at") : sent) + "  "
                        + row.getString("status").toLowerCase(Locale.ROOT) + "  to " + row.getString("recipient")
                        + "\n    " + row.getString("subject") + (text == null ? "" : "\n\n" + text.indent(4));
            })
            .list()
            .stream()
            .collect(Collectors.joining("\n"));
    }
}
