// Abbreviations whose period does not end a sentence, and the words that begin one.
//
//     Mr. Roe paid.              kAlways         the next word belongs to it, whatever it is
//     No. 5, Sept. 14            kBeforeNumber   only a number belongs to it: "He said no. They
//     left." Corp. chief | Corp. The    kUnlessStarter  the next word does, unless it is one that
//     begins
//                                                sentences
//
// Initials ("J. K. Rowling") and what is spelled with periods ("U.S.", "a.m.", "Ph.D.") are
// told by their shape and are not listed; they follow kUnlessStarter.  The CLDR has a list
// of the same purpose, but with "All.", "Go." and "To." on it, and would run on sentences.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace newsfacts {

enum class Follow : std::uint8_t { kAlways, kBeforeNumber, kUnlessStarter };

struct Abbreviation {
  std::string_view word;  // as printed, without its period
  Follow follow;
};

// In order of spelling, so that it can be searched by halves (corpus/segment_test holds it so).
inline constexpr std::array kAbbreviations = std::to_array<Abbreviation>({
    {"Adm", Follow::kAlways},          {"Ala", Follow::kUnlessStarter},
    {"Alta", Follow::kUnlessStarter},  {"Amb", Follow::kAlways},
    {"Approx", Follow::kAlways},       {"Apr", Follow::kBeforeNumber},
    {"Apt", Follow::kBeforeNumber},    {"Ariz", Follow::kUnlessStarter},
    {"Ark", Follow::kUnlessStarter},   {"Art", Follow::kBeforeNumber},
    {"Arts", Follow::kBeforeNumber},   {"Assn", Follow::kUnlessStarter},
    {"Assoc", Follow::kUnlessStarter}, {"Asst", Follow::kAlways},
    {"Atty", Follow::kAlways},         {"Aug", Follow::kBeforeNumber},
    {"Ave", Follow::kUnlessStarter},   {"Blvd", Follow::kUnlessStarter},
    {"Brig", Follow::kAlways},         {"Brig-Gen", Follow::kAlways},
    {"Bros", Follow::kUnlessStarter},  {"Calif", Follow::kUnlessStarter},
    {"Capt", Follow::kAlways},         {"Cdr", Follow::kAlways},
    {"Ch", Follow::kBeforeNumber},     {"Chap", Follow::kBeforeNumber},
    {"Cia", Follow::kUnlessStarter},   {"Cl", Follow::kBeforeNumber},
    {"Cmdr", Follow::kAlways},         {"Cmte", Follow::kUnlessStarter},
    {"Co", Follow::kUnlessStarter},    {"Col", Follow::kAlways},
    {"Colo", Follow::kUnlessStarter},  {"Comm", Follow::kUnlessStarter},
    {"Conn", Follow::kUnlessStarter},  {"Corp", Follow::kUnlessStarter},
    {"Cos", Follow::kUnlessStarter},   {"Cpl", Follow::kAlways},
    {"Cpt", Follow::kAlways},          {"Dak", Follow::kUnlessStarter},
    {"Dec", Follow::kBeforeNumber},    {"Del", Follow::kUnlessStarter},
    {"Dem", Follow::kUnlessStarter},   {"Dems", Follow::kUnlessStarter},
    {"Dept", Follow::kUnlessStarter},  {"Det", Follow::kAlways},
    {"Dir", Follow::kUnlessStarter},   {"Dist", Follow::kAlways},
    {"Div", Follow::kUnlessStarter},   {"Dr", Follow::kAlways},
    {"Drs", Follow::kAlways},          {"E.g", Follow::kAlways},
    {"Ed", Follow::kUnlessStarter},    {"Eds", Follow::kUnlessStarter},
    {"Ens", Follow::kAlways},          {"Eq", Follow::kBeforeNumber},
    {"Esq", Follow::kUnlessStarter},   {"Est", Follow::kBeforeNumber},
    {"Exec", Follow::kUnlessStarter},  {"Ext", Follow::kBeforeNumber},
    {"Feb", Follow::kBeforeNumber},    {"Fig", Follow::kBeforeNumber},
    {"Figs", Follow::kBeforeNumber},   {"Fla", Follow::kUnlessStarter},
    {"Fr", Follow::kAlways},           {"Fri", Follow::kBeforeNumber},
    {"Ft", Follow::kAlways},           {"Ga", Follow::kUnlessStarter},
    {"Gen", Follow::kAlways},          {"Gens", Follow::kAlways},
    {"Gmbh", Follow::kUnlessStarter},  {"Gov", Follow::kAlways},
    {"Govt", Follow::kUnlessStarter},  {"Hon", Follow::kAlways},
    {"Hwy", Follow::kUnlessStarter},   {"I.e", Follow::kAlways},
    {"Ill", Follow::kUnlessStarter},   {"Inc", Follow::kUnlessStarter},
    {"Ind", Follow::kUnlessStarter},   {"Insp", Follow::kAlways},
    {"Inst", Follow::kUnlessStarter},  {"Intl", Follow::kUnlessStarter},
    {"Jan", Follow::kBeforeNumber},    {"Jr", Follow::kUnlessStarter},
    {"Jul", Follow::kBeforeNumber},    {"Jun", Follow::kBeforeNumber},
    {"Kan", Follow::kUnlessStarter},   {"Ky", Follow::kUnlessStarter},
    {"La", Follow::kUnlessStarter},    {"Lieut", Follow::kAlways},
    {"Lt", Follow::kAlways},           {"Lt-Col", Follow::kAlways},
    {"Lt-Gen", Follow::kAlways},       {"Ltd", Follow::kUnlessStarter},
    {"Maj", Follow::kAlways},          {"Maj-Gen", Follow::kAlways},
    {"Mar", Follow::kBeforeNumber},    {"Mass", Follow::kUnlessStarter},
    {"Md", Follow::kUnlessStarter},    {"Messrs", Follow::kAlways},
    {"Mfg", Follow::kUnlessStarter},   {"Mgr", Follow::kUnlessStarter},
    {"Mich", Follow::kUnlessStarter},  {"Minn", Follow::kUnlessStarter},
    {"Miss", Follow::kUnlessStarter},  {"Mlle", Follow::kAlways},
    {"Mme", Follow::kAlways},          {"Mo", Follow::kUnlessStarter},
    {"Mon", Follow::kBeforeNumber},    {"Mont", Follow::kUnlessStarter},
    {"Mr", Follow::kAlways},           {"Mrs", Follow::kAlways},
    {"Ms", Follow::kAlways},           {"Mt", Follow::kAlways},
    {"Mx", Follow::kAlways},           {"Natl", Follow::kUnlessStarter},
    {"Neb", Follow::kUnlessStarter},   {"Nev", Follow::kUnlessStarter},
    {"No", Follow::kBeforeNumber},     {"Nos", Follow::kBeforeNumber},
    {"Nov", Follow::kBeforeNumber},    {"Nr", Follow::kBeforeNumber},
    {"Oct", Follow::kBeforeNumber},    {"Okla", Follow::kUnlessStarter},
    {"Ont", Follow::kUnlessStarter},   {"Ore", Follow::kUnlessStarter},
    {"Pa", Follow::kUnlessStarter},    {"Para", Follow::kBeforeNumber},
    {"Penn", Follow::kUnlessStarter},  {"Pfc", Follow::kAlways},
    {"Pkwy", Follow::kUnlessStarter},  {"Plc", Follow::kUnlessStarter},
    {"Pres", Follow::kAlways},         {"Prof", Follow::kAlways},
    {"Profs", Follow::kAlways},        {"Prop", Follow::kBeforeNumber},
    {"Prov", Follow::kUnlessStarter},  {"Pte", Follow::kAlways},
    {"Pty", Follow::kUnlessStarter},   {"Pvt", Follow::kAlways},
    {"Que", Follow::kUnlessStarter},   {"Rd", Follow::kUnlessStarter},
    {"Ref", Follow::kBeforeNumber},    {"Rep", Follow::kAlways},
    {"Reps", Follow::kAlways},         {"Rev", Follow::kAlways},
    {"Revs", Follow::kAlways},         {"Rm", Follow::kBeforeNumber},
    {"Rt", Follow::kAlways},           {"Rte", Follow::kUnlessStarter},
    {"Sec", Follow::kBeforeNumber},    {"Sec-Gen", Follow::kUnlessStarter},
    {"Secs", Follow::kBeforeNumber},   {"Sect", Follow::kBeforeNumber},
    {"Sen", Follow::kAlways},          {"Sens", Follow::kAlways},
    {"Sep", Follow::kBeforeNumber},    {"Sept", Follow::kBeforeNumber},
    {"Sgt", Follow::kAlways},          {"Sgts", Follow::kAlways},
    {"Sq", Follow::kUnlessStarter},    {"Sr", Follow::kUnlessStarter},
    {"St", Follow::kUnlessStarter},    {"Ste", Follow::kBeforeNumber},
    {"Sts", Follow::kUnlessStarter},   {"Supt", Follow::kAlways},
    {"Supts", Follow::kAlways},        {"Tel", Follow::kBeforeNumber},
    {"Tenn", Follow::kUnlessStarter},  {"Terr", Follow::kUnlessStarter},
    {"Tex", Follow::kUnlessStarter},   {"Thu", Follow::kBeforeNumber},
    {"Thur", Follow::kBeforeNumber},   {"Thurs", Follow::kBeforeNumber},
    {"Treas", Follow::kAlways},        {"Tue", Follow::kBeforeNumber},
    {"Tues", Follow::kBeforeNumber},   {"Univ", Follow::kUnlessStarter},
    {"Va", Follow::kUnlessStarter},    {"Ver", Follow::kBeforeNumber},
    {"Vol", Follow::kBeforeNumber},    {"Vols", Follow::kBeforeNumber},
    {"Vt", Follow::kUnlessStarter},    {"Wash", Follow::kUnlessStarter},
    {"Wed", Follow::kBeforeNumber},    {"Weds", Follow::kBeforeNumber},
    {"Wis", Follow::kUnlessStarter},   {"Wyo", Follow::kUnlessStarter},
    {"al", Follow::kBeforeNumber},     {"approx", Follow::kAlways},
    {"art", Follow::kBeforeNumber},    {"ca", Follow::kAlways},
    {"cf", Follow::kAlways},           {"ch", Follow::kBeforeNumber},
    {"cl", Follow::kBeforeNumber},     {"e.g", Follow::kAlways},
    {"ed", Follow::kBeforeNumber},     {"eq", Follow::kBeforeNumber},
    {"esp", Follow::kAlways},          {"est", Follow::kBeforeNumber},
    {"ext", Follow::kBeforeNumber},    {"fig", Follow::kBeforeNumber},
    {"figs", Follow::kBeforeNumber},   {"i.e", Follow::kAlways},
    {"incl", Follow::kAlways},         {"no", Follow::kBeforeNumber},
    {"nos", Follow::kBeforeNumber},    {"p", Follow::kBeforeNumber},
    {"para", Follow::kBeforeNumber},   {"pg", Follow::kBeforeNumber},
    {"pp", Follow::kBeforeNumber},     {"sec", Follow::kBeforeNumber},
    {"tel", Follow::kBeforeNumber},    {"v", Follow::kAlways},
    {"ver", Follow::kBeforeNumber},    {"viz", Follow::kAlways},
    {"vol", Follow::kBeforeNumber},    {"vols", Follow::kBeforeNumber},
    {"vs", Follow::kAlways},
});

// What begins a sentence far more often than it is part of a name.
inline constexpr std::array kSentenceStarters = std::to_array<std::string_view>({
    "A",         "According", "After",        "All",      "Also",      "Although",
    "Among",     "An",        "Analysts",     "And",      "Another",   "Any",
    "As",        "Asked",     "At",           "Because",  "Before",    "Both",
    "But",       "By",        "Critics",      "Despite",  "During",    "Each",
    "Earlier",   "Even",      "Every",        "Few",      "Five",      "For",
    "Four",      "From",      "Furthermore",  "He",       "Her",       "Here",
    "His",       "How",       "However",      "I",        "If",        "In",
    "Instead",   "It",        "Its",          "Last",     "Later",     "Like",
    "Many",      "Meanwhile", "More",         "Moreover", "Most",      "Much",
    "Nearly",    "Neither",   "Nevertheless", "Next",     "No",        "Nobody",
    "None",      "Nor",       "Not",          "Nothing",  "Now",       "Of",
    "Officials", "On",        "Once",         "One",      "Only",      "Or",
    "Other",     "Others",    "Our",          "Over",     "Perhaps",   "Police",
    "Prices",    "Revenue",   "Sales",        "Several",  "Shares",    "She",
    "Since",     "So",        "Some",         "Still",    "Such",      "That",
    "The",       "Their",     "Then",         "There",    "These",     "They",
    "This",      "Those",     "Though",       "Three",    "Through",   "Thus",
    "To",        "Today",     "Tomorrow",     "Two",      "Under",     "Unless",
    "Unlike",    "Until",     "We",           "What",     "When",      "Where",
    "Whether",   "Which",     "While",        "Who",      "Why",       "Will",
    "With",      "Within",    "Without",      "Yes",      "Yesterday", "Yet",
    "You",       "Your",
});

}  // namespace newsfacts
