// A store small enough to know by heart, with what LINK would find in it.
//
//     courier   The Harbour Courier   14 March   six dead (harbour master), repairs $4.2 million
//     post      The Northgate Post    15 March   nine dead (mayor), repairs $4.2 million
//     reprint   Valley Chronicle      14 March   a copy of courier
//     chess     The Northgate Post    16 March   another story
//
// One is read from HTML, so that its raw differs; two were rejected.

#pragma once

#include <string>
#include <vector>

#include "db/store.h"
#include "tests/db/article.h"

namespace newsfacts {

inline std::vector<Document> newsroom() {
  std::vector<Document> documents;
  documents.push_back(
      Article("courier", "The Harbour Courier", "2026-03-14",
              "Fire on the caf\u00e9 ferry Marta\n"
              "Six people died on Friday, harbour master Ines Okafor said.\n"
              "Repairs will cost $4.2 million.")
          .url("https://courier.example/marta")
          .printed("caf\u00e9", "caf&eacute;")
          .name("Marta", Kind::kProduct, "Marta")
          .figure("Six", Kind::kNumber, "6", "people")
          .date("Friday", "2026-03-13")
          .name("Ines Okafor", Kind::kPerson, "Ines Okafor")
          .figure("$4.2 million", Kind::kMoney, "4.2e6", "USD")
          .quote("harbour master Ines Okafor", {"Ines Okafor"}, "said", "Six people died on Friday")
          .claim("Six people died on Friday", "people", "count:people|die ferry", "Six", true)
          .claim("Six people died on Friday", "people", "date|die ferry", "Friday", true)
          .claim("Repairs will cost $4.2 million", "repairs", "money|repair cost", "$4.2 million")
          .done());
  documents.push_back(
      Article("post", "The Northgate Post", "2026-03-15",
              "Ferry fire kills nine\n"
              "Nine people died, mayor Tom Reyes told Ines Okafor.\n"
              "Mending the Marta takes 4.2 million dollars and three weeks.")
          .figure("Nine", Kind::kNumber, "9", "people")
          .name("Tom Reyes", Kind::kPerson, "Tom Reyes")
          .name("Ines Okafor", Kind::kPerson, "Ines Okafor")
          .name("Marta", Kind::kProduct, "Marta")
          .figure("4.2 million dollars", Kind::kMoney, "4200000", "USD")
          .figure("three weeks", Kind::kQuantity, "3", "week")
          .quote("mayor Tom Reyes", {"Tom Reyes"}, "told", "Nine people died")
          .quote("mayor Tom Reyes", {"Tom Reyes"}, "told",
                 "Mending the Marta takes 4.2 million dollars and three weeks")
          .claim("Nine people died", "people", "count:people|die ferry", "Nine", true)
          .claim("Mending the Marta takes 4.2 million dollars", "mending", "money|mend cost",
                 "4.2 million dollars")
          .claim("takes 4.2 million dollars and three weeks", "mending", "duration|mend take",
                 "three weeks")
          .done());
  documents.push_back(
      Article("reprint", "Valley Chronicle", "2026-03-14",
              "Fire on the ferry Marta\n"
              "Six people died on Friday, harbour master Ines Okafor said.")
          .name("Marta", Kind::kProduct, "Marta")
          .figure("Six", Kind::kNumber, "6", "people")
          .date("Friday", "2026-03-13")
          .name("Ines Okafor", Kind::kPerson, "Ines Okafor")
          .quote("harbour master Ines Okafor", {"Ines Okafor"}, "said", "Six people died on Friday")
          .claim("Six people died on Friday", "people", "count:people|die ferry", "Six", true)
          .claim("Six people died on Friday", "people", "date|die ferry", "Friday", true)
          .done());
  documents.push_back(Article("chess", "The Northgate Post", "2026-03-16",
                              "Young player wins\nShe was given $900 on Sunday.")
                          .figure("$900", Kind::kMoney, "900", "USD")
                          .date("Sunday", "2026-03-15")
                          .claim("She was given $900 on Sunday", "she", "money|give", "$900")
                          .done());

  Document broken({}, "{");
  broken.rejected = Rejection{"read", "no JSON object", "crawl.jsonl:3"};
  documents.push_back(broken);
  Metadata from;
  from.id = "empty";
  from.source = "Valley Chronicle";
  Document empty(from, " ");
  empty.rejected = Rejection{"normalize", "no text", ""};
  documents.push_back(empty);
  return documents;
}

// What LINK finds in it, written by hand: these tests are of the tables and what reads them.
inline void link_newsroom(const Database& database) {
  database.execute(R"sql(
    INSERT INTO story(id, key, title)
      SELECT id, key, 'Fire on the ferry Marta' FROM document WHERE name = 'courier';
    INSERT INTO link(document, origin, story) SELECT d.id,
        (SELECT id FROM document WHERE name = iif(d.name = 'reprint', 'courier', d.name)),
        iif(d.name = 'chess', NULL, (SELECT id FROM story))
      FROM document d;
    INSERT INTO copy(a, b, kind, score, reason) SELECT a.id, b.id, 'reprint', 0.97, '31 of 32 words'
      FROM document a, document b WHERE a.name = 'courier' AND b.name = 'reprint';
    INSERT INTO correction(a, a_ord, b, b_ord) SELECT a, m.ord, b, n.ord FROM copy,
        mention m, mention n WHERE m.document = a AND n.document = b AND m.kind = 'number'
        AND n.kind = 'number' AND m.value = n.value;
    INSERT INTO passage(a, b, a_start, a_end, b_start, b_end, words, label)
      SELECT a.id, b.id, 0, 24, 4, 30, 12, 'quote'
      FROM document a, document b WHERE a.name = 'courier' AND b.name = 'post';
    INSERT INTO entity(kind, name) VALUES ('person', 'Inés Okafor'), ('person', 'Reyes');
    INSERT INTO alias SELECT id, 'Okafor' FROM entity WHERE name = 'Ines Okafor';
    INSERT INTO merged SELECT a.id, b.id, 'spellings of one name' FROM entity a, entity b
      WHERE a.name = 'Inés Okafor' AND b.name = 'Ines Okafor';
    INSERT INTO namesake SELECT e.id, d.id, NULL, d.id, 'nothing ties it to another article'
      FROM entity e, document d WHERE e.name = 'Tom Reyes' AND d.name = 'post';
    INSERT INTO namesake SELECT e.id, d.id, f.id, NULL, 'the one person of the name'
      FROM entity e, entity f, document d
      WHERE e.name = 'Reyes' AND f.name = 'Tom Reyes' AND d.name = 'post';
    INSERT INTO slot(id, key, story, what) SELECT column1, column2, story.id, column3
      FROM story, (VALUES (1, x'01', 'people died'), (2, x'02', 'cost of repairs'),
                          (3, x'03', 'day of the fire'), (4, x'04', 'time of repairs'));
    INSERT INTO slot_claim(claim, slot) SELECT id, CASE what
        WHEN 'count:people|die ferry' THEN 1 WHEN 'money|repair cost' THEN 2
        WHEN 'money|mend cost' THEN 2 WHEN 'date|die ferry' THEN 3 ELSE 4 END
      FROM claim WHERE what <> 'money|give';
    INSERT INTO difference(a, b, slot, relation, kind, reason, score)
      SELECT a.id, b.id, 1, 'conflict', 'value', '6 <> 9 people', 1.0
      FROM claim a JOIN document da ON da.id = a.document AND da.name = 'courier',
           claim b JOIN document db ON db.id = b.document AND db.name = 'post'
      WHERE a.what = 'count:people|die ferry' AND b.what = a.what;
    INSERT INTO difference(a, b, slot, relation, kind, reason, score)
      SELECT a.id, b.id, 2, 'agree', 'form', '4200000 USD in both', 1.0
      FROM claim a, claim b
      WHERE a.what = 'money|repair cost' AND b.what = 'money|mend cost';
  )sql");
}

}  // namespace newsfacts
