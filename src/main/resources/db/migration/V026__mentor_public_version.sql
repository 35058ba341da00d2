-- One row that only rises: with the rows waiting in changed_mentor it tells whether public pages are still the same.
CREATE TABLE public_version (
  id      TINYINT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO public_version (id, version) VALUES (1, 1);
