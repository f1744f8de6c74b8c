"""The tables of the things in the first books, as SQL. Once it is released it never changes.

Journal, originals and search are in the migration itself.
"""

SQL = """
CREATE TABLE "book" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "title" TEXT NOT NULL,
    "office" TEXT NOT NULL, "lang" TEXT NOT NULL,
    "own_party" TEXT REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "scheme" TEXT NOT NULL, "marking" TEXT NOT NULL
) STRICT;
CREATE INDEX "book_by_own_party" ON "book" ("own_party");
CREATE TABLE "meeting" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "occasion" TEXT NOT NULL,
    "place" TEXT NOT NULL, "starts" TEXT NOT NULL, "ends" TEXT NOT NULL, "principal" TEXT NOT NULL,
    "language" TEXT NOT NULL, "press" TEXT NOT NULL
) STRICT;
CREATE TABLE "meeting_counterpart" (
    id INTEGER PRIMARY KEY,
    "meeting" TEXT NOT NULL REFERENCES "meeting" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, "counterpart" TEXT NOT NULL, UNIQUE ("meeting", position)
) STRICT;
CREATE TABLE "meeting_party" (
    id INTEGER PRIMARY KEY,
    "meeting" TEXT NOT NULL REFERENCES "meeting" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "party" TEXT NOT NULL REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("meeting", position)
) STRICT;
CREATE INDEX "meeting_party_by_party" ON "meeting_party" ("party");
CREATE TABLE "party" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "code" TEXT NOT NULL, "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL
) STRICT;
CREATE TABLE "party_name" (
    id INTEGER PRIMARY KEY,
    "party" TEXT NOT NULL REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, "name" TEXT NOT NULL, UNIQUE ("party", position)
) STRICT;
CREATE TABLE "topic" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "name" TEXT NOT NULL,
    "parent" TEXT REFERENCES "topic" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "position" INTEGER NOT NULL, "colour" TEXT NOT NULL
) STRICT;
CREATE INDEX "topic_by_parent" ON "topic" ("parent");
CREATE TABLE "topic_name" (
    id INTEGER PRIMARY KEY,
    "topic" TEXT NOT NULL REFERENCES "topic" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, "name" TEXT NOT NULL, UNIQUE ("topic", position)
) STRICT;
CREATE TABLE "source" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL, "media_type" TEXT NOT NULL,
    "original" TEXT NOT NULL REFERENCES "original" ("hash") DEFERRABLE INITIALLY DEFERRED,
    "size" INTEGER NOT NULL, "text" TEXT NOT NULL, "issuer" TEXT NOT NULL, "issued" TEXT,
    "instrument" TEXT NOT NULL, "url" TEXT NOT NULL, "received" TEXT NOT NULL,
    "copy_of" TEXT REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "marking" TEXT NOT NULL
) STRICT;
CREATE INDEX "source_by_original" ON "source" ("original");
CREATE INDEX "source_by_copy_of" ON "source" ("copy_of");
CREATE TABLE "source_lang" (
    id INTEGER PRIMARY KEY,
    "source" TEXT NOT NULL REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, "lang" TEXT NOT NULL, UNIQUE ("source", position)
) STRICT;
CREATE TABLE "source_party" (
    id INTEGER PRIMARY KEY,
    "source" TEXT NOT NULL REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "party" TEXT NOT NULL REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("source", position)
) STRICT;
CREATE INDEX "source_party_by_party" ON "source_party" ("party");
CREATE TABLE "passage" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE,
    "source" TEXT NOT NULL REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "position" INTEGER NOT NULL, "kind" TEXT NOT NULL, "text" TEXT NOT NULL, "lang" TEXT NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "level" INTEGER NOT NULL,
    "section" TEXT REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "mark" TEXT NOT NULL, "cut" TEXT NOT NULL, "page" INTEGER NOT NULL
) STRICT;
CREATE INDEX "passage_by_source" ON "passage" ("source");
CREATE INDEX "passage_by_section" ON "passage" ("section");
CREATE TABLE "exclusion" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE,
    "passage" TEXT NOT NULL REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "reason" TEXT NOT NULL
) STRICT;
CREATE INDEX "exclusion_by_passage" ON "exclusion" ("passage");
CREATE TABLE "repair" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE,
    "passage" TEXT NOT NULL REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "at" INTEGER NOT NULL, "text" TEXT NOT NULL, "remark" TEXT NOT NULL,
    "evidence_source" TEXT REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "evidence_passage" TEXT REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "evidence_start" INTEGER, "evidence_end" INTEGER, "evidence_quote" TEXT,
    "evidence_before" TEXT, "evidence_after" TEXT, "evidence_fingerprint" TEXT,
    "evidence_lang" TEXT
) STRICT;
CREATE INDEX "repair_by_passage" ON "repair" ("passage");
CREATE INDEX "repair_by_evidence_source" ON "repair" ("evidence_source");
CREATE INDEX "repair_by_evidence_passage" ON "repair" ("evidence_passage");
CREATE TABLE "pair" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "confidence" REAL NOT NULL,
    "fixed" INTEGER NOT NULL, "finding" TEXT NOT NULL
) STRICT;
CREATE TABLE "pair_left" (
    id INTEGER PRIMARY KEY,
    "pair" TEXT NOT NULL REFERENCES "pair" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "passage" TEXT NOT NULL REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("pair", position)
) STRICT;
CREATE INDEX "pair_left_by_passage" ON "pair_left" ("passage");
CREATE TABLE "pair_right" (
    id INTEGER PRIMARY KEY,
    "pair" TEXT NOT NULL REFERENCES "pair" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "passage" TEXT NOT NULL REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("pair", position)
) STRICT;
CREATE INDEX "pair_right_by_passage" ON "pair_right" ("passage");
CREATE TABLE "commitment" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "action" TEXT NOT NULL,
    "delegate" TEXT REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED, "kind" TEXT NOT NULL,
    "firmness" TEXT NOT NULL,
    "parent" TEXT REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "lead" TEXT NOT NULL, "next_step" TEXT NOT NULL, "deadline_kind" TEXT NOT NULL,
    "deadline_value" TEXT NOT NULL, "deadline_text" TEXT NOT NULL
) STRICT;
CREATE INDEX "commitment_by_delegate" ON "commitment" ("delegate");
CREATE INDEX "commitment_by_parent" ON "commitment" ("parent");
CREATE TABLE "commitment_promisor" (
    id INTEGER PRIMARY KEY,
    "commitment" TEXT NOT NULL REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "party" TEXT NOT NULL REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("commitment", position)
) STRICT;
CREATE INDEX "commitment_promisor_by_party" ON "commitment_promisor" ("party");
CREATE TABLE "commitment_promisee" (
    id INTEGER PRIMARY KEY,
    "commitment" TEXT NOT NULL REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "party" TEXT NOT NULL REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("commitment", position)
) STRICT;
CREATE INDEX "commitment_promisee_by_party" ON "commitment_promisee" ("party");
CREATE TABLE "commitment_topic" (
    id INTEGER PRIMARY KEY,
    "commitment" TEXT NOT NULL REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "topic" TEXT NOT NULL REFERENCES "topic" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("commitment", position)
) STRICT;
CREATE INDEX "commitment_topic_by_topic" ON "commitment_topic" ("topic");
CREATE TABLE "commitment_anchor" (
    id INTEGER PRIMARY KEY,
    "commitment" TEXT NOT NULL REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "source" TEXT REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "passage" TEXT REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL, "after" TEXT NOT NULL, "fingerprint" TEXT NOT NULL,
    "lang" TEXT NOT NULL, UNIQUE ("commitment", position)
) STRICT;
CREATE INDEX "commitment_anchor_by_source" ON "commitment_anchor" ("source");
CREATE INDEX "commitment_anchor_by_passage" ON "commitment_anchor" ("passage");
CREATE TABLE "candidate" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE,
    "source" TEXT NOT NULL REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "firmness" TEXT NOT NULL, "confidence" REAL NOT NULL,
    "delegate" TEXT REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "promisor_text" TEXT NOT NULL, "group" TEXT NOT NULL, "state" TEXT NOT NULL,
    "commitment" TEXT REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "in_bulk" INTEGER NOT NULL, "deadline_kind" TEXT NOT NULL, "deadline_value" TEXT NOT NULL,
    "deadline_text" TEXT NOT NULL
) STRICT;
CREATE INDEX "candidate_by_source" ON "candidate" ("source");
CREATE INDEX "candidate_by_delegate" ON "candidate" ("delegate");
CREATE INDEX "candidate_by_commitment" ON "candidate" ("commitment");
CREATE TABLE "candidate_anchor" (
    id INTEGER PRIMARY KEY,
    "candidate" TEXT NOT NULL REFERENCES "candidate" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "source" TEXT REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "passage" TEXT REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL, "after" TEXT NOT NULL, "fingerprint" TEXT NOT NULL,
    "lang" TEXT NOT NULL, UNIQUE ("candidate", position)
) STRICT;
CREATE INDEX "candidate_anchor_by_source" ON "candidate_anchor" ("source");
CREATE INDEX "candidate_anchor_by_passage" ON "candidate_anchor" ("passage");
CREATE TABLE "candidate_reason" (
    id INTEGER PRIMARY KEY,
    "candidate" TEXT NOT NULL REFERENCES "candidate" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, "reason" TEXT NOT NULL, UNIQUE ("candidate", position)
) STRICT;
CREATE TABLE "candidate_promisor" (
    id INTEGER PRIMARY KEY,
    "candidate" TEXT NOT NULL REFERENCES "candidate" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "party" TEXT NOT NULL REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("candidate", position)
) STRICT;
CREATE INDEX "candidate_promisor_by_party" ON "candidate_promisor" ("party");
CREATE TABLE "candidate_promisee" (
    id INTEGER PRIMARY KEY,
    "candidate" TEXT NOT NULL REFERENCES "candidate" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "party" TEXT NOT NULL REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("candidate", position)
) STRICT;
CREATE INDEX "candidate_promisee_by_party" ON "candidate_promisee" ("party");
CREATE TABLE "candidate_subject" (
    id INTEGER PRIMARY KEY,
    "candidate" TEXT NOT NULL REFERENCES "candidate" ("uid") DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, "subject" TEXT NOT NULL, UNIQUE ("candidate", position)
) STRICT;
CREATE TABLE "status_entry" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE,
    "commitment" TEXT NOT NULL REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "status" TEXT NOT NULL, "as_of" TEXT NOT NULL,
    "party" TEXT REFERENCES "party" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "evidence" TEXT NOT NULL, "url" TEXT NOT NULL, "recorded" TEXT NOT NULL,
    "anchor_source" TEXT REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "anchor_passage" TEXT REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "anchor_start" INTEGER, "anchor_end" INTEGER, "anchor_quote" TEXT, "anchor_before" TEXT,
    "anchor_after" TEXT, "anchor_fingerprint" TEXT, "anchor_lang" TEXT
) STRICT;
CREATE INDEX "status_entry_by_commitment" ON "status_entry" ("commitment");
CREATE INDEX "status_entry_by_party" ON "status_entry" ("party");
CREATE INDEX "status_entry_by_anchor_source" ON "status_entry" ("anchor_source");
CREATE INDEX "status_entry_by_anchor_passage" ON "status_entry" ("anchor_passage");
CREATE TABLE "note" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "title" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "topic" TEXT REFERENCES "topic" ("uid") DEFERRABLE INITIALLY DEFERRED, "lang" TEXT NOT NULL,
    "state" TEXT NOT NULL, "marking" TEXT NOT NULL, "author" TEXT NOT NULL,
    "signed_by" TEXT NOT NULL, "signed_on" TEXT
) STRICT;
CREATE INDEX "note_by_topic" ON "note" ("topic");
CREATE TABLE "section" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE,
    "note" TEXT NOT NULL REFERENCES "note" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL, "body" TEXT NOT NULL
) STRICT;
CREATE INDEX "section_by_note" ON "section" ("note");
CREATE TABLE "insert" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE,
    "note" TEXT NOT NULL REFERENCES "note" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "commitment" TEXT REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "topic" TEXT REFERENCES "topic" ("uid") DEFERRABLE INITIALLY DEFERRED, "side" TEXT NOT NULL,
    "chart" TEXT NOT NULL, "caption" TEXT NOT NULL, "frozen" TEXT, "frozen_on" TEXT,
    "anchor_source" TEXT REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "anchor_passage" TEXT REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "anchor_start" INTEGER, "anchor_end" INTEGER, "anchor_quote" TEXT, "anchor_before" TEXT,
    "anchor_after" TEXT, "anchor_fingerprint" TEXT, "anchor_lang" TEXT
) STRICT;
CREATE INDEX "insert_by_note" ON "insert" ("note");
CREATE INDEX "insert_by_commitment" ON "insert" ("commitment");
CREATE INDEX "insert_by_topic" ON "insert" ("topic");
CREATE INDEX "insert_by_anchor_source" ON "insert" ("anchor_source");
CREATE INDEX "insert_by_anchor_passage" ON "insert" ("anchor_passage");
CREATE TABLE "tab" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "note" TEXT REFERENCES "note" ("uid") DEFERRABLE INITIALLY DEFERRED, "title" TEXT NOT NULL
) STRICT;
CREATE INDEX "tab_by_note" ON "tab" ("note");
CREATE TABLE "annotation" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "body" TEXT NOT NULL, "kind" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "commitment" TEXT REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT REFERENCES "note" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "topic" TEXT REFERENCES "topic" ("uid") DEFERRABLE INITIALLY DEFERRED, "author" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "anchor_source" TEXT REFERENCES "source" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "anchor_passage" TEXT REFERENCES "passage" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "anchor_start" INTEGER, "anchor_end" INTEGER, "anchor_quote" TEXT, "anchor_before" TEXT,
    "anchor_after" TEXT, "anchor_fingerprint" TEXT, "anchor_lang" TEXT
) STRICT;
CREATE INDEX "annotation_by_commitment" ON "annotation" ("commitment");
CREATE INDEX "annotation_by_note" ON "annotation" ("note");
CREATE INDEX "annotation_by_topic" ON "annotation" ("topic");
CREATE INDEX "annotation_by_anchor_source" ON "annotation" ("anchor_source");
CREATE INDEX "annotation_by_anchor_passage" ON "annotation" ("anchor_passage");
CREATE TABLE "outcome" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "point" TEXT NOT NULL,
    "note" TEXT REFERENCES "note" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "commitment" TEXT REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "raised" TEXT NOT NULL, "reply" TEXT NOT NULL, "promise" TEXT NOT NULL,
    "status_entry" TEXT REFERENCES "status_entry" ("uid") DEFERRABLE INITIALLY DEFERRED,
    "new_commitment" TEXT REFERENCES "commitment" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "outcome_by_note" ON "outcome" ("note");
CREATE INDEX "outcome_by_commitment" ON "outcome" ("commitment");
CREATE INDEX "outcome_by_status_entry" ON "outcome" ("status_entry");
CREATE INDEX "outcome_by_new_commitment" ON "outcome" ("new_commitment");
CREATE TABLE "edition" (
    id INTEGER PRIMARY KEY, "uid" TEXT NOT NULL UNIQUE, "number" INTEGER NOT NULL,
    "made" TEXT NOT NULL,
    "original" TEXT NOT NULL REFERENCES "original" ("hash") DEFERRABLE INITIALLY DEFERRED,
    "profile" TEXT NOT NULL, "paper" TEXT NOT NULL, "pages" INTEGER NOT NULL,
    "remark" TEXT NOT NULL
) STRICT;
CREATE INDEX "edition_by_original" ON "edition" ("original")
"""
