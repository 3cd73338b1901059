-- The fact store: what the documents say, where each thing is said, and what follows from laying
-- the sources side by side.  Plain SQLite (3.37 and later): every table and view answers in
-- `sqlite3 facts.db`, without our program.
--
--     source 1 --- * document 1 --- * sentence                    written by LOAD, a document
--                             1 --- * mention * --- 1 entity      whole or not at all, and
--                             1 --- * attribution                 never changed after that
--                             1 --- * claim
--
--     entity * --- 1 entity (merged)                              written by LINK, from nothing
--     document * --- 1 story 1 --- * slot 1 --- * claim           but the tables above
--                              slot 1 --- * difference
--
-- Conventions
--   Offsets   Unicode code points from 0, end exclusive: substr(text, start + 1, end - start) is the
--             words.  raw_start, raw_end are the same span in `raw`; NULL where `raw` is.
--   Things of one document are numbered from 0 in reading order (`ord`), so (document, ord) names
--             them: it is the index that the JSON lines use, too.
--   Words     of a closed list are spelled as the JSON lines spell them.  A field that is not
--             known is NULL, never ''.
--   Names     tables are singular; the plural ones, at the end, are the views to type against.
--
-- Row numbers tell in which order documents came, and nothing else does: two loads of the same
-- documents differ in them alone.  What must be the same everywhere goes by a key, the 16 bytes
-- of a hash of the content.
--
-- The program refuses a file of another user_version.  No program of an earlier one was ever given
-- away; from the first that is, the way to the next stands in db/migrations/<from>.sql.

PRAGMA application_id = 0x4E465354;  -- "NFST": `file facts.db` and we can tell it is ours
PRAGMA user_version = 4;

-- An outlet: the voice that makes the claims.
CREATE TABLE source (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- An article.  The long columns come last: a scan of the others does not read their pages.
CREATE TABLE document (
  id         INTEGER PRIMARY KEY,
  key        BLOB NOT NULL UNIQUE,  -- of metadata and raw bytes: loading it again adds nothing
  name       TEXT,                  -- the user's name for it, "id" in JSON; need not be unique
  source     INTEGER REFERENCES source(id),
  url        TEXT,                  -- where it was found; never fetched
  title      TEXT,
  author     TEXT,
  published  TEXT,                  -- ISO 8601, as it was given, or found out
  published_from TEXT NOT NULL DEFAULT 'given',  -- url, dateline: where it was found out
  language   TEXT,                  -- BCP 47
  modified   TEXT,                  -- ISO 8601, when it was last changed
  section    TEXT,                  -- "Politics"
  agency     TEXT,                  -- whose text the outlet prints: "Reuters"
  tags       TEXT,                  -- JSON, ["Energy", ...], for json_each()
  characters INTEGER NOT NULL,      -- code points in text
  text       TEXT NOT NULL,         -- normalized: what all offsets count in
  raw        TEXT,                  -- as it was read; NULL when it is the text, to the byte
  alignment  TEXT                   -- JSON, [[raw_start, raw_end, start, end], ...]: what normalizing
                                    -- replaced; all between stands as it stood
) STRICT;

-- What tells copies of an article apart from articles on the same event.  Apart from document,
-- because LINK reads all of it and nothing of the texts.
CREATE TABLE fingerprint (
  document INTEGER PRIMARY KEY REFERENCES document(id),
  raw      BLOB NOT NULL,     -- hash of the bytes as they were read
  exact    BLOB NOT NULL,     -- hash of the folded words
  words    INTEGER NOT NULL,
  shingles BLOB NOT NULL,     -- a sample of word shingles, ascending: 4 bytes of hash, 3 of margins each
  sentences BLOB NOT NULL     -- hashes of its sentences in their order, 4 bytes each; 0 = a short one
) STRICT;

-- The unit of full-text search, and of the context in which a fact is shown.  It has a row
-- number of its own for that; its words are in the view `sentences`.
CREATE TABLE sentence (
  id        INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES document(id),
  start     INTEGER NOT NULL,
  end       INTEGER NOT NULL,
  role      TEXT NOT NULL,    -- title body list quote table heading question answer caption link dateline byline boilerplate
  paragraph INTEGER NOT NULL
) STRICT;

-- The paragraph of a rule page that found something: what to read, and mend, when it is wrong.
CREATE TABLE rule (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE   -- "date/day-month-year"
) STRICT;

-- Who or what is named, by the name it goes by within a document.  Two people of one name are
-- one entity here: LOAD tells what is written; who is meant is for LINK to say (merged, namesake).
CREATE TABLE entity (
  id   INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,         -- person organization place product event group other
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

-- One thing found in one place, with its value.  One wide table, as it loads no slower than a
-- narrow one with tables of values beside it, and asks for no join; clustered by document,
-- as that is how it is written and read.
CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document(id),
  ord      INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  raw_start INTEGER,
  raw_end  INTEGER,
  text     TEXT NOT NULL,     -- the words
  kind     TEXT NOT NULL,     -- date time duration set | money percent number quantity ordinal age |
                              -- person organization place product event group other | url
  rule     INTEGER REFERENCES rule(id),
  entity   INTEGER REFERENCES entity(id),  -- names

  value    TEXT,              -- times: TIMEX3, "2026-04-27"; amounts: on one line, "~ 50 people"

  low      TEXT,              -- amounts: the interval the words allow, exact decimals, both ends
  high     TEXT,              -- included; NULL = open.  To compute with: low + 0.0
  low_precision  INTEGER,     -- power of ten of the last digit stated: 8 for "4.2 billion"
  high_precision INTEGER,
  relation TEXT,              -- = ~ >= <= range vague
  unit     TEXT,              -- ISO 4217, "percent", a measure, or the counted noun
  per      TEXT,              -- "share", "year"
  role     TEXT,              -- "rise-to", "total", "age": what the figure does
  converts INTEGER,           -- ord of the sum that this one converts

  first    TEXT,              -- times: the days it covers, ISO; NULL = open or unknown
  last     TEXT,
  grain    TEXT,              -- second ... day ... century
  bound    TEXT,              -- from until before after; of a duration at least, at most, about
  anchor   TEXT,              -- the day it was reckoned from
  quant    TEXT,              -- sets: EVERY, EACH, EVERY OTHER
  freq     TEXT,              -- sets: "2X" for "twice a week"
  zone     TEXT,              -- times: the offset from UTC that the words name, "-05:00"
  basis    TEXT,              -- times: explicit published context unresolved;
                              -- money: how the currency is known: explicit context default
  PRIMARY KEY (document, ord)
) STRICT, WITHOUT ROWID;

-- Somebody says something.
CREATE TABLE attribution (
  document INTEGER NOT NULL REFERENCES document(id),
  ord      INTEGER NOT NULL,
  kind     TEXT NOT NULL,     -- direct mixed indirect hearsay
  via      TEXT,              -- the outlet it came through
  rule     INTEGER REFERENCES rule(id),
  PRIMARY KEY (document, ord)
) STRICT, WITHOUT ROWID;

-- Where its parts stand: a quotation may be cut in two by "he said", a cue by its object.
CREATE TABLE attribution_span (
  document    INTEGER NOT NULL,
  attribution INTEGER NOT NULL,
  part        TEXT NOT NULL,  -- source cue content
  ord         INTEGER NOT NULL,
  start       INTEGER NOT NULL,
  end         INTEGER NOT NULL,
  raw_start   INTEGER,
  raw_end     INTEGER,
  PRIMARY KEY (document, attribution, part, ord),
  FOREIGN KEY (document, attribution) REFERENCES attribution(document, ord)
) STRICT, WITHOUT ROWID;

-- Who says it, as resolved; two companies may say one thing.
CREATE TABLE attribution_source (
  document    INTEGER NOT NULL,
  attribution INTEGER NOT NULL,
  ord         INTEGER NOT NULL,
  name        TEXT NOT NULL,
  PRIMARY KEY (document, attribution, ord),
  FOREIGN KEY (document, attribution) REFERENCES attribution(document, ord)
) STRICT, WITHOUT ROWID;

-- What one document states in one place.  Never merged, never overwritten.  It has a row number,
-- because slots and differences point at single claims.
CREATE TABLE claim (
  id          INTEGER PRIMARY KEY,
  document    INTEGER NOT NULL REFERENCES document(id),
  ord         INTEGER NOT NULL,
  key         BLOB NOT NULL,  -- of the document's key, span, what and value
  start       INTEGER NOT NULL,  -- the clause
  end         INTEGER NOT NULL,
  raw_start   INTEGER,
  raw_end     INTEGER,
  subject     TEXT,
  what        TEXT NOT NULL,  -- measured or dated, made from all but the value; "slot" in JSON
  value       INTEGER,        -- ord of the mention
  modality    TEXT NOT NULL,  -- asserted reported planned possible denied
  polarity    TEXT NOT NULL,  -- positive negative
  attribution INTEGER,        -- ord; NULL = the article's own voice
  rule        INTEGER REFERENCES rule(id),
  FOREIGN KEY (document, value) REFERENCES mention(document, ord),
  FOREIGN KEY (document, attribution) REFERENCES attribution(document, ord)
) STRICT;

-- Documents a stage had to refuse: kept, so that documents in = stored + duplicates + rejected.
CREATE TABLE rejected (
  id     INTEGER PRIMARY KEY,
  key    BLOB NOT NULL UNIQUE,  -- of the document's key, stage, reason and place
  name   TEXT,
  source TEXT,
  stage  TEXT NOT NULL,
  reason TEXT NOT NULL,       -- "invalid UTF-8 at byte 231"
  place  TEXT                 -- "crawl.jsonl:3"
) STRICT;

-- How far a pass has come, so that what was cut off is taken up where it stopped: `done` is the
-- greatest row number of document (sentence, for the full text) that it has dealt with.
CREATE TABLE progress (
  pass TEXT PRIMARY KEY,
  done INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- LINK ------------------------------------------------------------------------------------

-- Two documents that are prints of one article.  a is the one whose key is smaller.
CREATE TABLE copy (
  a      INTEGER NOT NULL REFERENCES document(id),
  b      INTEGER NOT NULL REFERENCES document(id),
  kind   TEXT NOT NULL,       -- exact reprint truncated updated
  score  REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- Words in a row, twelve or more, that stand in two documents neither of which is a print of the other.
-- a is the one whose key is smaller.
CREATE TABLE passage (
  a       INTEGER NOT NULL REFERENCES document(id),
  b       INTEGER NOT NULL REFERENCES document(id),
  a_start INTEGER NOT NULL,   -- code points of its text
  a_end   INTEGER NOT NULL,
  b_start INTEGER NOT NULL,
  b_end   INTEGER NOT NULL,
  words   INTEGER NOT NULL,
  label   TEXT NOT NULL,      -- quote wire boilerplate
  PRIMARY KEY (a, b, a_start)
) STRICT, WITHOUT ROWID;

-- A figure that a later print has in the place of another, by the mentions of both.
CREATE TABLE correction (
  a     INTEGER NOT NULL,
  a_ord INTEGER NOT NULL,
  b     INTEGER NOT NULL,
  b_ord INTEGER NOT NULL,
  PRIMARY KEY (a, b, a_ord),
  FOREIGN KEY (a, b) REFERENCES copy(a, b),
  FOREIGN KEY (a, a_ord) REFERENCES mention(document, ord),
  FOREIGN KEY (b, b_ord) REFERENCES mention(document, ord)
) STRICT, WITHOUT ROWID;

-- Sentences that stand in many documents which are mostly otherwise unlike: the view `sentences` tells
-- them by their role.
CREATE TABLE boilerplate (
  sentence INTEGER PRIMARY KEY REFERENCES sentence(id)
) STRICT;

-- Documents on one event; it goes by the one that speaks for it, the earliest.
CREATE TABLE story (
  id        INTEGER PRIMARY KEY REFERENCES document(id),  -- that document
  key       BLOB NOT NULL UNIQUE,  -- of that document's key
  title     TEXT,
  documents INTEGER,          -- in the story
  compared  INTEGER,          -- voices laid side by side; NULL = its claims wait to be linked
  note      TEXT,             -- where not all voices are compared: how many, and which
  apart     TEXT              -- why it is not one with others of its cluster: the words that these have
                              -- and those have not, or the days without a report
) STRICT;

-- What LINK found of a document.  Not in document itself: there, each change would write the
-- whole text again.
CREATE TABLE link (
  document INTEGER PRIMARY KEY REFERENCES document(id),
  origin   INTEGER NOT NULL REFERENCES document(id),  -- the print that speaks for all copies; or itself
  story    INTEGER REFERENCES story(id),
  tied_to  INTEGER REFERENCES document(id), -- what it has most in common with in its story,
  tie      TEXT,                            -- and what that is: "Hallam Lines, aground, 2026-03-13"
  cluster  INTEGER REFERENCES document(id)  -- what hangs together by edges, by its first document;
                                            -- its stories are cut from it
) STRICT;

-- The same thing measured or dated within a story: the row of the diff across sources.
CREATE TABLE slot (
  id    INTEGER PRIMARY KEY,
  key   BLOB NOT NULL UNIQUE,
  story INTEGER NOT NULL REFERENCES story(id),
  what  TEXT NOT NULL
) STRICT;

CREATE TABLE slot_claim (
  claim INTEGER PRIMARY KEY REFERENCES claim(id),
  slot  INTEGER NOT NULL REFERENCES slot(id)
) STRICT;

-- Two claims of one slot, of two documents.  a is the one whose key is smaller.
CREATE TABLE difference (
  a        INTEGER NOT NULL REFERENCES claim(id),
  b        INTEGER NOT NULL REFERENCES claim(id),
  slot     INTEGER NOT NULL REFERENCES slot(id),
  relation TEXT NOT NULL,     -- agree conflict
  kind     TEXT NOT NULL,     -- exact form approx granularity unit rate | value date update bound
  reason   TEXT NOT NULL,     -- the rule in words: "6 <> 14 rifles, same unit"
  score    REAL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- ---- Entities across documents: beside the names as the articles use them, who is meant ------
--
-- An entity stands for itself unless a row here says otherwise; to delete the row is to take it
-- back.  The views entities and named read all of it.

-- This name is another name of that one.  `whole` is merged into no other.
CREATE TABLE merged (
  entity INTEGER PRIMARY KEY REFERENCES entity(id),
  whole  INTEGER NOT NULL REFERENCES entity(id),
  reason TEXT NOT NULL
) STRICT;

-- Who is meant in a document by a name that many bear, where several documents use it.
CREATE TABLE namesake (
  entity   INTEGER NOT NULL REFERENCES entity(id),
  document INTEGER NOT NULL REFERENCES document(id),
  full_name INTEGER REFERENCES entity(id),  -- "Altman" is "Sam Altman" here; then there is no bearer
  bearer   INTEGER REFERENCES document(id), -- the earliest document that names this one of them
  reason   TEXT NOT NULL,
  PRIMARY KEY (entity, document)
) STRICT, WITHOUT ROWID;

-- What the user has ruled: that two names are one, or are not, whatever LINK thinks.  By name, so
-- that it holds for documents to come.  a < b.
CREATE TABLE ruling (
  kind   TEXT NOT NULL,
  a      TEXT NOT NULL,
  b      TEXT NOT NULL,
  same   INTEGER NOT NULL,    -- 1: one; 0: apart
  reason TEXT NOT NULL,
  PRIMARY KEY (kind, a, b)
) STRICT, WITHOUT ROWID;

-- The other words an entity goes by in some document: "Altman" for "Sam Altman".
CREATE TABLE alias (
  entity INTEGER NOT NULL REFERENCES entity(id),
  text   TEXT NOT NULL,
  PRIMARY KEY (entity, text)
) STRICT, WITHOUT ROWID;

-- The parts of a name that count when names are laid side by side (corpus/name_parts.h).
CREATE TABLE naming (
  entity INTEGER PRIMARY KEY REFERENCES entity(id),
  kind   TEXT NOT NULL,
  key    TEXT NOT NULL,
  mark   TEXT NOT NULL,
  many   INTEGER NOT NULL     -- 1: many bear it
) STRICT;

-- Entities whose merges and bearers wait to be looked at again, and documents whose story has
-- been told anew.  Empty when LINK is done.
CREATE TABLE touched (
  entity INTEGER PRIMARY KEY REFERENCES entity(id)
) STRICT;

CREATE TABLE retold (
  document INTEGER PRIMARY KEY REFERENCES document(id)
) STRICT;

-- What LINK needs to take up what is new without going over the whole store (link/regroup.h).
-- Nothing to query.

-- Under which hashes a document is indexed: inverted indexes in sorted runs (link/posting_index.h).
CREATE TABLE segment (
  id        INTEGER PRIMARY KEY,
  of        TEXT NOT NULL,    -- copy sentence story
  documents INTEGER NOT NULL
) STRICT;

CREATE TABLE segment_places (
  segment INTEGER NOT NULL REFERENCES segment(id),
  chunk   INTEGER NOT NULL,
  places  BLOB NOT NULL,      -- 10 bytes a document: day, head of the key, row number
  PRIMARY KEY (segment, chunk)
) STRICT;

CREATE TABLE segment_postings (
  segment  INTEGER NOT NULL REFERENCES segment(id),
  last     INTEGER NOT NULL,  -- term of the last posting of the block, and the block's number
  postings BLOB NOT NULL,
  PRIMARY KEY (segment, last)
) STRICT, WITHOUT ROWID;

-- Hashes of the sentences in the table boilerplate.
CREATE TABLE common_sentence (
  hash INTEGER PRIMARY KEY
) STRICT;

-- Which pairs of documents belong together and how much, and the documents that have another origin
-- since their stories were made.
CREATE TABLE copy_edge (      -- each edge both ways
  a        INTEGER NOT NULL REFERENCES document(id),
  b        INTEGER NOT NULL REFERENCES document(id),
  strength INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_edge (
  a        INTEGER NOT NULL REFERENCES document(id),
  b        INTEGER NOT NULL REFERENCES document(id),
  strength INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE moved (
  document INTEGER PRIMARY KEY REFERENCES document(id)
) STRICT;
