package com.mentormatch.admin;

import com.mentormatch.account.AdminAct;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.PlainText;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What admins did and why. Added to in the transaction of the act, and never changed: the database refuses it. */
@Repository
class AuditLog {

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AdminAct act) {
        jdbc.sql("""
                INSERT INTO admin_act (id, admin_id, act, subject_kind, subject, reason, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
            .param(Columns.param(Ids.next()))
            .param(Columns.param(act.admin().value()))
            .param(act.act())
            .param(act.subjectKind())
            .param(act.subject())
            .param(PlainText.block(act.reason(), AdminAct.REASON_MAX))
            .param(Columns.param(act.at()))
            .update();
    }
}
