package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.payment.StatementFilter;
import com.mentormatch.payment.StatementPages;
import com.mentormatch.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A mentor's statement to take along. */
@Controller
class StatementController {

    private final StatementPages pages;
    private final StatementCsv csv;
    private final Mentors mentors;

    StatementController(StatementPages pages, StatementCsv csv, Mentors mentors) {
        this.pages = pages;
        this.csv = csv;
        this.mentors = mentors;
    }

    @GetMapping("/mentor/payouts/transactions.csv")
    void download(SignedIn viewer, @RequestParam(required = false) String month,
            @RequestParam(required = false) String currency, @RequestParam(required = false) String kind, Locale locale,
            HttpServletResponse response) throws IOException {
        if (!mentors.isMentor(viewer.id())) {
            throw new NotFound();
        }
        var filter = StatementFilter.of(month, currency, kind);
        var name = "mentormatch" + (filter.month() == null ? "" : "-" + filter.month())
                + (filter.currency() == null ? "" : "-" + filter.currency()) + ".csv";
        response.setContentType("text/csv;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        var out = response.getWriter();
        csv.head(out, locale);
        pages.each(viewer, filter, lines -> {
            try {
                csv.write(out, lines, locale);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }
}
