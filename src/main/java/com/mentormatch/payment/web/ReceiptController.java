package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.PaymentHistory;
import com.mentormatch.payment.ReceiptPages;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.ViewerZone;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Receipts, and all that a mentee has paid. */
@Controller
class ReceiptController {

    private final ReceiptPages receipts;
    private final PaymentHistory history;
    private final Clock clock;

    ReceiptController(ReceiptPages receipts, PaymentHistory history, Clock clock) {
        this.receipts = receipts;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/bookings/{id}/receipt")
    String receipt(SignedIn viewer, @PathVariable BookingId id, ViewerZone zone, Model model) {
        var receipt = receipts.of(viewer, id, clock.instant()).orElseThrow(NotFound::new);
        model.addAttribute("receipt", receipt);
        model.addAttribute("zone", zone.or(receipt.zone()));
        model.addAttribute("now", clock.instant());
        return "payment/receipt";
    }

    /** @param after the last booking of the page before */
    @GetMapping("/payments")
    String history(SignedIn viewer, @RequestParam(required = false) BookingId after, Model model) {
        model.addAttribute("page", history.of(viewer, after));
        return "payment/history";
    }
}
