package com.mentormatch.notification;

import com.mentormatch.meeting.MeetingEvent.RoomReplaced;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Both are told when their session takes place in another room than they were told. The link is in no mail. */
@Component
class MeetingMails {

    private final Outbox outbox;
    private final BookedSessions sessions;

    MeetingMails(Outbox outbox, BookedSessions sessions) {
        this.outbox = outbox;
        this.sessions = sessions;
    }

    @EventListener
    void replaced(RoomReplaced event) {
        var session = sessions.of(event.booking(), event.at());
        for (var side : List.of(session.toMentee(), session.toMentor())) {
            var letter = side
                .letter(MailKind.ROOM_REPLACED, "info", side.say("mail.ROOM_REPLACED.opening", side.otherName()))
                .paragraph(side.say("mail.ROOM_REPLACED.why"))
                .action(side.say("mail.ROOM_REPLACED.action"), side.page())
                .next(side.say("mail.ROOM_REPLACED.next"));
            side.session(letter);
            side.where(letter);
            if (side.isMentor()) {
                letter.next(side.say("mail.ROOM_REPLACED.own"));
            }
            outbox.stage(side.draft(MailKind.ROOM_REPLACED, event.at().toString(), letter, null,
                    session.booking().time().end()), event.at());
        }
    }
}
