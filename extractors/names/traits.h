// Traits: what the lists say of a word or a phrase, as a set of bits.

#pragma once

#include <cstdint>

namespace newsfacts::names {

using Traits = std::uint64_t;  // a set of the bits in namespace is

namespace is {
inline constexpr Traits bit(unsigned n) {
  return Traits{1} << n;
}

// Words of the language.
inline constexpr Traits kFunction = bit(0), kNoun = bit(1), kVerb = bit(2), kOther = bit(3);
inline constexpr Traits kNotName = bit(4);   // Monday, GDP, Internet
inline constexpr Traits kParticle = bit(5);  // de, van, bin
inline constexpr Traits kCommon = kFunction | kNoun | kVerb | kOther | kNotName;

// What is before or part of a person.
inline constexpr Traits kHonorific = bit(6), kOffice = bit(7);
inline constexpr Traits kFirstSure = bit(8), kFirstRare = bit(9), kFirstPlace = bit(10),
                        kFirstWord = bit(11);
inline constexpr Traits kFirst = kFirstSure | kFirstRare | kFirstPlace | kFirstWord;

// Parts of organizations, places, events.
inline constexpr Traits kOrgSuffix = bit(12), kOrgHead = bit(13), kOrgWeak = bit(14),
                        kOrgOf = bit(15);
inline constexpr Traits kHead = kOrgSuffix | kOrgHead | kOrgWeak;
inline constexpr Traits kPlaceAfter = bit(16), kPlaceBefore = bit(17), kDirection = bit(18),
                        kPlaceNoun = bit(19);
inline constexpr Traits kEventWord = bit(20);

// Whole names.
inline constexpr Traits kGroup = bit(21), kCountry = bit(22), kRegion = bit(23), kState = bit(24),
                        kMajorCity = bit(25), kCity = bit(26);
inline constexpr Traits kPublication = bit(27), kKnownOrg = bit(28), kKnownProduct = bit(29),
                        kKnownEvent = bit(30);
inline constexpr Traits kKnownPlace = kCountry | kRegion | kState | kMajorCity;
inline constexpr Traits kKnown =
    kKnownPlace | kPublication | kKnownOrg | kKnownProduct | kKnownEvent;

// Words beside a name (context_words.tsv).
inline constexpr Traits kSpeech = bit(31), kPersonVerb = bit(32), kFirmVerb = bit(33),
                        kFirmNoun = bit(34), kFirmBefore = bit(35), kAuthority = bit(36),
                        kIn = bit(37), kAt = bit(38), kFrom = bit(39), kBy = bit(40),
                        kAgainst = bit(41), kProductNoun = bit(42), kProductWeak = bit(43),
                        kProductPrep = bit(44), kProductBefore = bit(45), kPersonRelation = bit(46),
                        kPlaceRelation = bit(47);

// Signs.
inline constexpr Traits kPeriod = bit(48), kComma = bit(49), kApostrophe = bit(50),
                        kHyphen = bit(51), kDash = bit(52), kAmpersand = bit(53),
                        kOpening = bit(54), kClosing = bit(55), kColon = bit(56);

inline constexpr Traits kTimeWord = bit(57);      // Monday, May, GMT
inline constexpr Traits kRole = bit(58);          // striker, farmer: before a person, in lower case
inline constexpr Traits kSport = bit(59);         // innings, midfielder
inline constexpr Traits kAbbreviation = bit(63);  // written with a period: Corp., Jr.

// Set by the scan, not by a list.
inline constexpr Traits kNameWord = bit(47);   // written as a name is, and free
inline constexpr Traits kTaken = bit(60);      // another mention stands here
inline constexpr Traits kPrefix = bit(61);     // a listed phrase begins like this
inline constexpr Traits kSeenLower = bit(62);  // the document writes it in lower case, too
}  // namespace is

}  // namespace newsfacts::names
