package com.mentormatch.payment.web;

import com.mentormatch.account.AdminAct;
import com.mentormatch.shared.FormToken;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param amount as typed, in the currency that was paid */
public record RefundForm(@NotNull FormToken formToken, String amount,
        @NotBlank @Size(max = AdminAct.REASON_MAX) String reason) {

    static final RefundForm EMPTY = new RefundForm(null, "", "");

    public RefundForm {
        amount = amount == null ? "" : amount.strip();
        reason = reason == null ? "" : reason.strip();
    }
}
