package com.mentormatch.testing.browser;

import com.mentormatch.testing.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A journey through the running product in a real browser. A test method asks for as many {@link Window}s as there are
 * people in it; they share nothing:
 *
 * <pre>{@code
 * @Test
 * void aRequestIsAccepted(Window mentee, Window mentor) {
 * }</pre>
 *
 * Each test begins with empty windows, 1280 wide, in browsers that all test classes take in turn. What a failed test was
 * looking at lies in {@code target/screenshots}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@IntegrationTest
@ExtendWith(Windows.class)
public @interface BrowserTest {}
