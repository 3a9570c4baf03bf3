-- What version 1 kept beside version1.sql of who is who, in tables that do not follow from the log.
CREATE TABLE actors (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE identity (
    document INTEGER NOT NULL, name TEXT NOT NULL, "key" TEXT NOT NULL, actor TEXT NOT NULL REFERENCES actors (id),
    because TEXT NOT NULL, PRIMARY KEY (document, name)
) WITHOUT ROWID;
CREATE INDEX identity_by_actor ON identity (actor);
CREATE INDEX identity_by_key ON identity ("key");
CREATE TABLE standings (
    actor TEXT NOT NULL PRIMARY KEY, standing TEXT NOT NULL, because TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO actors VALUES ('Q1', 'group', 'The Front'), ('act-baro', 'person', 'Idris Baro');
INSERT INTO identity VALUES
    (1, 'the Front', 'front', 'Q1', 'the register'), (0, 'Front of the North', 'front of the north', 'Q1', ''),
    (1, 'Idris Baro', 'idris baro', 'act-baro', '');
INSERT INTO standings VALUES ('act-baro', 'private', 'no role');
