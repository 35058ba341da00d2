package com.mentormatch.account.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Avatars;
import com.mentormatch.web.NotFound;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Photos, to anybody who knows the account's id: faces of mentors are public. */
@Controller
class AvatarController {

    private final Avatars avatars;

    AvatarController(Avatars avatars) {
        this.avatars = avatars;
    }

    @GetMapping("/avatars/{id}")
    ResponseEntity<byte[]> show(@PathVariable AccountId id,
            @RequestParam(name = "v", required = false) @Nullable String version) {
        var avatar = avatars.find(id).orElseThrow(NotFound::new);
        var caching = avatar.version().equals(version)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
        return ResponseEntity.ok()
            .contentType(MediaType.IMAGE_JPEG)
            .eTag(avatar.version())
            .cacheControl(caching)
            .header("Content-Disposition", "inline; filename=\"portrait.jpg\"")
            .body(avatar.jpeg());
    }
}
