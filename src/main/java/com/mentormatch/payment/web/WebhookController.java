package com.mentormatch.payment.web;

import com.mentormatch.payment.ReceiveNotice;
import com.mentormatch.payment.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where Stripe tells us that something happened: check the signature, put it into the inbox, say thanks. The body is
 * read by hand, because the signature is over its very bytes and because its size is bounded before anything is parsed.
 */
@Controller
class WebhookController {

    private static final int LARGEST = 512 * 1024;

    private final Seal seal;
    private final ReceiveNotice receive;
    private final Clock clock;

    WebhookController(Seal seal, ReceiveNotice receive, Clock clock) {
        this.seal = seal;
        this.receive = receive;
        this.clock = clock;
    }

    @PostMapping("/webhooks/stripe")
    ResponseEntity<Void> platform(HttpServletRequest request) throws IOException {
        return take(Seal.Door.PLATFORM, request);
    }

    @PostMapping("/webhooks/stripe/connect")
    ResponseEntity<Void> connect(HttpServletRequest request) throws IOException {
        return take(Seal.Door.CONNECT, request);
    }

    private ResponseEntity<Void> take(Seal.Door door, HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var now = clock.instant();
        var notice = seal.open(door, text(bytes), request.getHeader("Stripe-Signature"), now);
        if (notice.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        receive.receive(notice.get(), now);
        return ResponseEntity.ok().build();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
