-- What both say of an open complaint, as mails and pages quote it; the timeline keeps it for good.
ALTER TABLE booking
  ADD COLUMN complaint_words VARCHAR(1000),
  ADD COLUMN complaint_answer VARCHAR(1000);
