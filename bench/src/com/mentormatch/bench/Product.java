package com.mentormatch.bench;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.mentormatch.MentorMatch;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.FreeTimes;
import com.mentormatch.mentor.OfferTerms;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The product as it is, without background work, with some doors for measuring beside it. */
@Configuration(proxyBeanMethods = false)
@Import({Product.Doors.class, Crowd.class, Newcomers.class, Recorder.class, Work.class})
public class Product {

    static final String WEBHOOK_SECRET = "whsec_bench";

    public static void main(String[] arguments) {
        SpringApplication.from(MentorMatch::main).with(Product.class).run(arguments);
    }

    static List<String> arguments(int port, String database, Size size) {
        return List.of("--server.port=" + port, "--spring.datasource.url=" + database,
                "--mentormatch.base-url=http://127.0.0.1:" + port, "--server.servlet.session.cookie.secure=false",
                "--stripe.api-base=http://127.0.0.1:9", "--stripe.secret-key=sk_test_bench",
                "--stripe.webhook-secret=" + WEBHOOK_SECRET, "--stripe.connect-webhook-secret=" + WEBHOOK_SECRET,
                "--mentormatch.form-targets=http://127.0.0.1:9",
                "--spring.mail.host=127.0.0.1", "--spring.mail.port=9",
                "--mentormatch.mail.from=hello@mentormatch.example", "--mentormatch.booking.tries-an-hour=1000000",
                "--db-scheduler.immediate-execution-enabled=false",
                "--bench.mentors=" + size.mentors(), "--bench.mentees=" + size.mentees(),
                "--bench.bookings=" + size.bookings(), "--bench.busy-past=" + size.busyPast());
    }

    @Bean
    DbSchedulerStarter noBackgroundWork() {
        return () -> {};
    }

    @Bean
    @Order(-100)
    SecurityFilterChain benchDoors(HttpSecurity http) {
        return http.securityMatcher("/bench/**").authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }

    @RestController
    static class Doors {

        private final Crowd crowd;
        private final Mentors mentors;
        private final FreeTimes freeTimes;
        private final Clock clock;
        private List<OfferTerms> twenty = List.of();

        Doors(Crowd crowd, Mentors mentors, FreeTimes freeTimes, Clock clock) {
            this.crowd = crowd;
            this.mentors = mentors;
            this.freeTimes = freeTimes;
            this.clock = clock;
        }

        @GetMapping("/bench/ready")
        ResponseEntity<String> ready() {
            if (!crowd.complete()) {
                return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("filling");
            }
            twenty = crowd.some(20).stream().map(mentor -> mentors.offers(mentor).getFirst()).toList();
            return ResponseEntity.ok("ready");
        }

        @GetMapping("/bench/empty")
        String empty() {
            return "";
        }

        @GetMapping("/bench/next-free")
        String nextFree() {
            return freeTimes.next(twenty, _ -> true, clock.instant()).toString();
        }
    }
}
