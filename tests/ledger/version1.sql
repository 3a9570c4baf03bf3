-- A ledger of version 1 as it lay on disk, without derived tables. This file is never changed.
CREATE TABLE schema_version (version INTEGER PRIMARY KEY);
INSERT INTO schema_version VALUES (1);
CREATE TABLE entries (
    seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE,
    recorded TEXT NOT NULL, digest TEXT NOT NULL, payload TEXT NOT NULL
);
CREATE TABLE findings (
    seq INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES entries (seq),
    line TEXT NOT NULL, frame TEXT NOT NULL, because TEXT NOT NULL
);
CREATE INDEX findings_by_reading ON findings (reading);
INSERT INTO entries VALUES (1, 'document',
    'sha256:733fe5015978abad0c41c2740ada68c72e16cf5c17658c221219f0e69e2185a8', '2024-07-01T00:00:01.000000+00:00',
    'acfe65237f5ba12dc57cde8368646f744c1eb095894c86f45e34a058fc7e25fd',
    '{"text":"Idris Baro joined the Front.","language":"en","marks":[]}');
INSERT INTO entries VALUES (2, 'appearance', 'app-a6daa593c1eca11e1fa31328', '2024-07-01T00:00:01.000000+00:00',
    '2a46248654f78aee22a5b721f2f33576c963fef2459444566ee8740c9a94005f',
    '{"document":"sha256:733fe5015978abad0c41c2740ada68c72e16cf5c17658c221219f0e69e2185a8","name":"first","published":"2024-03-14","publisher":"The Wire","author":"","title":"","url":"","archive_url":"","address":"","retrieved":"2024-05-01T12:00:00Z"}');
INSERT INTO entries VALUES (3, 'reading', 'rdg-210e7769a0ef2052b5f69cc5', '2024-07-01T00:00:01.000000+00:00',
    'edc41d5a8d947302c4b63c4451dcb270aa5aee6186c62d9f8ee1d19b173bcf81',
    '{"document":"sha256:733fe5015978abad0c41c2740ada68c72e16cf5c17658c221219f0e69e2185a8","reader":"test-reader 1","at":"2024-06-01T00:00:00Z","notes":[]}');
INSERT INTO findings VALUES (1, 3,
    '{"doc":"","document":"sha256:733fe5015978abad0c41c2740ada68c72e16cf5c17658c221219f0e69e2185a8","id":"clm-da9d9f69a5ffbf0959d2d0de","type":"join","roles":{"actor":{"name":"Idris Baro","mention":"Idris Baro","kind":"person"},"to":{"name":"the Front","kind":"group"}},"when":null,"where":null,"phase":null,"sources":[],"certainty":"stated","evidence":[0,28]}',
    'join-1', '[["trigger","joined"]]');
