package com.mentormatch.review.web;

import com.mentormatch.review.Opinion;
import com.mentormatch.review.ReviewPage;
import com.mentormatch.shared.FormToken;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.validation.BindingResult;

/** What a mentee says of a session. Line ends count once, however the browser sends them. */
public record ReviewForm(@NotNull @Min(1) @Max(Opinion.MOST) Integer stars,
        @Size(max = Opinion.COMMENT_MAX) String comment, Boolean privately, @NotNull FormToken formToken) {

    public ReviewForm {
        comment = comment == null ? "" : comment.replace("\r\n", "\n").strip();
        privately = Boolean.TRUE.equals(privately);
    }

    Opinion opinion() {
        return new Opinion(stars, comment.isEmpty() ? null : comment, privately);
    }

    /** @param problem a message key; null where only fields are wrong */
    ReviewPage.Typed typed(BindingResult errors, String problem) {
        return new ReviewPage.Typed(stars, comment, privately, null, problem,
                errors.hasFieldErrors("stars") ? "review.stars.wrong" : null,
                errors.hasFieldErrors("comment") ? "review.comment.long" : null, null);
    }
}
