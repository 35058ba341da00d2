package com.mentormatch.testing;

import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** About one mentor and one mentee: new people for each test, and after it the time is now again. */
@IntegrationTest
public abstract class PairTest {

    @Autowired
    protected MockMvcTester mvc;
    @Autowired
    protected Market market;
    @Autowired
    protected Cast cast;
    @Autowired
    protected Deeds deeds;
    @Autowired
    protected Tasks tasks;
    @Autowired
    protected TestClock clock;
    @Autowired
    private GreenMail server;

    protected Actor mentor;
    protected Actor mentee;

    @BeforeEach
    void meet() {
        mentor = market.mentor();
        mentee = cast.mentee();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    /** Everything that has arrived for somebody by now. */
    protected Inbox inbox(Actor reader) {
        return new Inbox(server, reader);
    }
}
