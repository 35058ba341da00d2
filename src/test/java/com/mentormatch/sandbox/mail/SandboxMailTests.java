package com.mentormatch.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SandboxMailTests {

    private static SandboxMail mail;
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        mail = SandboxMail.start(0, 0);
    }

    @AfterAll
    static void stop() {
        mail.close();
    }

    @Test
    void showsWhatArrivedAndEscapesAllOfIt() throws Exception {
        send("<script>alert(1)</script>", "\"<b>&\" text", "<head></head><p>Hello</p><script>alert(2)</script>");
        var list = get("/").body();
        assertThat(list).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
        var matcher = Pattern.compile("/mails/[0-9a-f-]{36}").matcher(list);
        assertThat(matcher.find()).isTrue();
        var page = matcher.group();
        assertThat(get(page).body()).contains("<iframe").doesNotContain("<script");
        assertThat(get(page + "?view=text").body()).contains("&quot;&lt;b&gt;&amp;&quot; text");
        assertThat(get(page + "?view=headers").body()).contains("Message-ID").doesNotContain("<script");
        assertThat(get(page + "?view=calendar").body()).contains("BEGIN:VCALENDAR");
        var frame = get(page + "/html");
        assertThat(frame.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'",
                "sandbox");
        assertThat(frame.body()).contains("<base target=\"_blank\">", "Hello");
        var file = get(page + "/files/0");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=invite.ics");
        assertThat(file.body()).contains("BEGIN:VCALENDAR");
        for (var wrong : new String[]{"/mails/none", page + "/files/9", page + "/files/x", "/nowhere",
                page + "/html/more"}) {
            assertThat(get(wrong).statusCode()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void deletesAllForItsOwnPageOnly() throws Exception {
        send("to go", "text", "<p>html</p>");
        assertThat(post("http://evil.example").statusCode()).isEqualTo(403);
        assertThat(get("/").body()).contains("to go");
        assertThat(post(mail.url()).statusCode()).isEqualTo(303);
        assertThat(get("/").body()).contains("No mail yet");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(mail.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String origin) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(mail.url() + "/delete"))
            .header("Origin", origin)
            .POST(BodyPublishers.noBody())
            .build(), BodyHandlers.ofString());
    }

    private static void send(String subject, String text, String html) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(mail.smtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("hello@mentormatch.example", "<i>x</i>", "UTF-8"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.com", "\"Ada\" <b>", "UTF-8"));
        message.setSubject(subject);
        var body = new MimeMultipart("alternative");
        for (var part : new String[][]{{text, "plain"}, {html, "html"}, {"BEGIN:VCALENDAR\r\n", "calendar"}}) {
            var piece = new MimeBodyPart();
            piece.setText(part[0], "UTF-8", part[1]);
            body.addBodyPart(piece);
        }
        message.setContent(body);
        Transport.send(message);
    }
}
