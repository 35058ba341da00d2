package com.mentormatch.payment.web;

import com.mentormatch.payment.StatementLine;
import com.mentormatch.shared.Amount;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A statement as a table for other programs: times in UTC, amounts as plain numbers. A text that a spreadsheet would
 * take for a formula is given a quote in front, which makes it a text again.
 */
@Component
class StatementCsv {

    /** Tells spreadsheets that it is UTF-8. */
    private static final char MARK = '\uFEFF';

    private static final List<String> COLUMNS = List.of("time", "kind", "session", "mentee", "booking", "currency",
            "paid", "fee", "yours", "state");

    private final MessageSource messages;

    StatementCsv(MessageSource messages) {
        this.messages = messages;
    }

    void head(Appendable out, Locale locale) throws IOException {
        out.append(MARK);
        var head = COLUMNS.stream().map(column -> say("statement.csv." + column, locale)).toArray();
        CSVFormat.RFC4180.print(out).printRecord(head);
    }

    void write(Appendable out, List<StatementLine> lines, Locale locale) throws IOException {
        CSVPrinter printer = CSVFormat.RFC4180.print(out);
        for (var line : lines) {
            printer.printRecord(DateTimeFormatter.ISO_INSTANT.format(line.at().truncatedTo(ChronoUnit.SECONDS)),
                    say("statement.kind." + line.kind(), locale), text(line.title()), text(line.mentee()),
                    line.booking() == null ? "" : line.booking().toString(), line.net().currency(),
                    number(line.gross()), number(line.fee()), number(line.net()), state(line, locale));
        }
    }

    private String state(StatementLine line, Locale locale) {
        return line.kind() == StatementLine.Kind.PAYOUT || line.status() == null
                ? text(line.status())
                : say("statement.bank." + line.status(), locale);
    }

    private static String number(Amount amount) {
        return amount.decimal();
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + typed : typed;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
