package com.mentormatch.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an admin does something, as the forms of {@code templates/admin/_act.html} post it. */
public record ReasonForm(@NotBlank @Size(max = AdminAct.REASON_MAX) String reason) {

    public ReasonForm {
        reason = reason == null ? "" : reason.replace("\r\n", "\n").strip();
    }
}
