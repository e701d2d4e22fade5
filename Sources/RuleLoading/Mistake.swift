package import Model

/// What can be wrong in `feeds/` and `rules/`; the description says what to write instead.
package enum Mistake: Hashable, Sendable {
    // A file or folder
    case missingFolder(firstFile: String)
    case noFiles(example: String)
    case missingFile(key: String)
    case wrongEnding(String)
    case mergeKey
    case unreadable(String)
    case notUTF8
    case emptyFile

    // The shape of a YAML file
    case syntax(SyntaxMistake)
    case duplicateKeys([String])
    /// Of one or several keys, of which the first stands already there.
    case repeatedKeys([String], first: FileLocation)
    case unknownKey(String, known: [String])
    case missingKey(String)
    case wrongType(expected: Shape, found: Shape)
    /// A list where a mapping has one under one of these keys.
    case listWithoutKey([String])
    case emptyText
    case emptyList
    case decimalComma
    /// `null`, which YAML takes for nothing.
    case nullWord(String)
    /// `{category: one, other}`
    case valueWithoutKey(String)

    // A single value
    case unknown(String, String, known: [String])
    case badID(String, suggestion: String?)
    case longID(Int, limit: Int)
    case duplicateID(String, of: String, first: FileLocation)
    case badLanguage(String, suggestion: String?)
    case outOfRange(String, from: String, to: String)
    case badDuration(String)
    case zeroDuration
    case durationOutOfRange(String, from: String, to: String)
    case badSize(String, limitInMB: Int)

    // A source
    case noAddress
    case twoAddresses
    case badURL(String)
    case spaceInURL
    case entityInURL
    case badPort(String)
    case passwordInURL
    case pathLeavesWorkspace(String)
    case duplicateAddress(first: FileLocation)
    case selectorsOnFeed
    /// In the words of whoever reads pages by it.
    case badSelector(String)
    case duplicateSettings(first: FileLocation)
    case badContact(String)
    case badNetwork(String)
    /// An address where a network should begin.
    case addressInNetwork(String, network: Network, address: String)
    case fetching(FetchingMistake)
    case privacy(PrivacyMistake)
    case preset(PresetMistake)

    // A rule
    case neverMatches(String)
    case misplacedStar(String)
    case noKeywordsNorQuery
    case duplicateTerm(String, first: FileLocation)
    case emptyCondition
    case noneAmongOthers
    case filledByLocations
    case query(QueryMistake, character: Int)

    // Routing
    case badTimeZone(String, suggestion: String?)
    case badTime(String)
    case badHoliday(String)
    case endsBeforeItBegins
    case badDays(String)
    case oneBound
    case partOfItself(String)
    case strangeToMeasure(String)
    case ticket(TicketMistake)
    case mail(MailMistake)
    case template(TicketTemplate.Mistake)

    // A lexicon
    case noTab
    case tooManyColumns
    case emptyTerm
    case alternatives(AlternativesMistake)
    case badRole(String, suggestion: String?)
    case badModifier(String)
    case badLexiconName
    case badLearntLine
    case badLength
    case noThreshold
    case badLearntName
    case badAdaptation
    case adaptsNothing(LanguageCode)
    case badLearntKeyword
    /// In the words of the first of several lines, and how many follow it.
    case repeated(String, more: Int)
}

extension Mistake: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missingFolder(let file): "no such folder; make it and write \(file)"
        case .noFiles(let example): "no file to read in this folder; write \(example)"
        case .missingFile(let key): "no such file; write it, beginning with '\(key):'"
        case .mergeKey: "merge keys (<<) are not read; write the keys out"
        case .wrongEnding(let ending): "not read; rename it so that it ends in \(ending)"
        case .unreadable(let reason): "cannot be read (\(reason)); make it a file you may read"
        case .notUTF8: "not UTF-8 from here on; save the file as UTF-8"
        case .emptyFile: "the file is empty; fill it or remove it"

        case .syntax(let mistake): mistake.description
        case .duplicateKeys(let keys) where keys.count == 1:
            "key '\(keys[0])' stands twice in one mapping; keep one"
        case .duplicateKeys(let keys):
            "keys \(list(keys.map(quoted), "and")) stand twice in one mapping; keep one of each"
        case .repeatedKeys(let keys, let first) where keys.count == 1:
            "key '\(keys[0])' stands already at \(first); keep one of the two"
        case .repeatedKeys(let keys, let first):
            "keys \(list(keys.map(quoted), "and")) stand twice in one mapping, the first already at "
                + "\(first); keep one of each, or write '- ' where the next item begins"
        case .unknownKey(let key, let known): unknownWord("key", key, known)
        case .missingKey(let key): "key '\(key)' is missing; write '\(key): …'"
        case .wrongType(let expected, let found):
            "expected \(expected), found \(found); \(expected.advice(onFinding: found))"
        case .listWithoutKey(let keys):
            "the list has no key; write \(list(keys.map { "'\($0):'" }, "or")) on a line of its own "
                + "above it, such as '\(keys[0]):' and below it '- id: …'"
        case .emptyText: "the text is empty; write one or remove it"
        case .decimalComma:
            "a number has a point before its decimals, no comma; write one such as 0.5"
        case .nullWord(let word):
            "'\(word)' stands for nothing; put it in quotes if it is meant as a word, or remove it"
        case .valueWithoutKey(let word):
            "'\(word)' has no key of its own; write several values of one key as [one, two]"
        case .emptyList: "the list is empty; write an item or remove the key"

        case .unknown(let kind, let word, let known): unknownWord(kind, word, known)
        case .badID(let text, let suggestion):
            "'\(text)' is not an id; write a-z, 0-9, '-' and '_' only"
                + (suggestion.map { ", such as '\($0)'" } ?? "")
        case .longID(let count, let limit):
            "an id of \(count) signs; write one of \(limit) at most"
        case .duplicateID(let id, let kind, let first):
            "\(kind) '\(id)' stands already at \(first); give this one another id"
        case .badLanguage(let text, let suggestion):
            "unknown language '\(text)'; write "
                + (suggestion.map(quoted) ?? "an ISO 639-1 code, such as 'pl'")
        case .outOfRange(let text, let from, let to):
            "\(text) is out of range; write a number from \(from) to \(to)"
        case .badDuration(let text):
            "'\(text)' is not a duration; write one such as 500ms, 30s, 5m, 24h or 2d"
        case .zeroDuration: "the duration is zero; write a longer one, such as 30s"
        case .durationOutOfRange(let text, let from, let to):
            "\(text) is out of range; write a duration from \(from) to \(to)"
        case .badSize(let text, let limit):
            "'\(text)' is not a size up to \(limit)MB; write one such as 500KB or \(limit)MB"

        case .noAddress: "no address; write 'url: …' or 'path: …'"
        case .twoAddresses: "both 'url' and 'path'; keep one of them"
        case .badURL(let text): "'\(text)' is not a web address; write one such as https://…"
        case .spaceInURL: "the address has a space in it; write %20 for it or remove it"
        case .entityInURL: "the address has '&amp;' in it, as pages write it; write '&' alone"
        case .badPort(let text): "'\(text)' is no port; write one from 1 to 65535, or none"
        case .passwordInURL: "the address has a user name in it; remove what stands before '@'"
        case .pathLeavesWorkspace(let path):
            "'\(path)' leaves the workspace; write a path inside it, or an absolute one"
        case .duplicateAddress(let first):
            "this address stands already at \(first); remove one of the two sources"
        case .selectorsOnFeed:
            "a feed has no selectors; remove them, or write 'kind: page' or 'kind: forum'"
        case .badSelector(let complaint): complaint
        case .duplicateSettings(let first):
            "'fetching' stands already at \(first); keep it in one file"
        case .badContact(let text):
            "'\(text)' is neither a web nor a mail address; write one where you can be reached"
        case .badNetwork(let text):
            "'\(text)' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        case .addressInNetwork(let text, let network, let address):
            "'\(text)' opens all of \(network); write that, or \(address)/"
                + "\(network.first.isIPv6 ? 128 : 32) for the one address"
        case .fetching(let mistake): mistake.description
        case .privacy(let mistake): mistake.description
        case .preset(let mistake): mistake.description

        case .neverMatches(let text):
            "'\(text)' can never match; write one with a letter or digit in it"
        case .misplacedStar(let word):
            "'*' is misplaced in '\(word)'; write it at the end of a word only"
        case .noKeywordsNorQuery: "it can never be given; write 'keywords' or 'query'"
        case .duplicateTerm(let term, let first):
            "'\(term)' stands already at \(first); keep one of the two"
        case .emptyCondition: "the condition is empty; write what must hold, or remove the rule"
        case .noneAmongOthers: "'none' stands in a list; write 'inflect: none' alone"
        case .filledByLocations:
            "the values of 'location' stand in rules/locations.yaml; give this facet another id"
        case .query(let mistake, let character):
            "at character \(character) of the query: \(mistake)"
        case .badTimeZone(let text, let suggestion):
            "unknown time zone '\(text)'; "
                + (suggestion.map { "did you mean '\($0)'?" }
                    ?? "write an IANA name, such as 'Europe/Warsaw'")
        case .badHoliday(let text):
            "'\(text)' is no day; write month and day, such as 12-24 for every year or 2026-12-24"
        case .badTime(let text): "'\(text)' is not a time of day; write one such as \"08:00\""
        case .endsBeforeItBegins:
            "'to' is not after 'from'; for a night write two shifts, one to \"24:00\", one from "
                + "\"00:00\""
        case .badDays(let text):
            "'\(text)' is not a day; write mon, tue, wed, thu, fri, sat, sun or mon-fri"

        case .oneBound: "a target has one bound; write either 'at_least' or 'at_most'"
        case .partOfItself(let id):
            "location '\(id)' is part of itself; take 'part_of' away from one of the locations between"
        case .strangeToMeasure("answered_in_time"):
            "'answered_in_time' is measured by team; remove 'brand'"
        case .strangeToMeasure(let measure): "'\(measure)' is measured by brand; remove 'team'"
        case .ticket(let mistake): mistake.description
        case .mail(let mistake): mistake.description
        case .template(.notClosed): "'{{' is not closed; write '}}' behind the placeholder"
        case .template(.unknownPlaceholder(let word)):
            unknownWord(
                "placeholder", word, TicketPlaceholder.allCases.map(\.rawValue) + ["facet:ID"])
        case .template(.unknownFilter(let word)):
            "unknown filter '\(word)'; write oneline, truncate:80, date or number"
        case .template(.strangeFilter(let filter, let word)):
            "'\(filter)' does not go with '\(word)'; date goes with answer_by, published and heard_at, "
                + "number with score and number"

        case .noTab: "no tab; write the term, a tab and its weight"
        case .tooManyColumns: "more than three columns; write term, weight and note only"
        case .emptyTerm: "no term before the tab; write one or remove the line"
        case .alternatives(let mistake): mistake.description
        case .badRole(let text, let suggestion):
            "'\(text)' is no weight; "
                + (suggestion.map { "did you mean '\($0)'?" }
                    ?? "write -4 to 4, *1.5, negator, contrast or wish")
        case .badModifier(let text):
            "'\(text)' is no modifier; write * and a number above 0, up to 3"
        case .badLexiconName:
            "not named for a language; give it an ISO 639-1 code as its name, such as pl.tsv"
        case .badLearntLine:
            "not a term, a tab, its weight for praise, a tab, its weight for blame, each from -20 to 20; "
                + "mend the line or remove it"
        case .badLength:
            "=length is below 1; write up to how many words the lexicon's keywords for praise and for blame count "
                + "in full, each from 1 to 20"
        case .noThreshold:
            "no =threshold, =keywords or =opposition line; take them from the file as it was learnt, "
                + "or learn it again"
        case .badLearntName:
            "not named for a category and a language; name it as `earshot rules learn --category` does, "
                + "such as complaint.pl.tsv"
        case .badAdaptation:
            "has a =keywords, =opposition, =capitals or =length line, which an adaptation leaves as they were "
                + "learnt; remove it"
        case .adaptsNothing(let language):
            "adapts nothing, as there is no rules/sentiment/learnt/\(language).tsv; put that back, or remove "
                + "this file"
        case .badLearntKeyword:
            "not a term, a tab and its weight from -20 to 20; mend the line or remove it"
        case .repeated(let first, let more):
            "\(first) (and so in \(more.counted("more line")) below)"
        }
    }
}

// MARK: - Private

private func unknownWord(_ kind: String, _ word: String, _ known: [String]) -> String {
    let start = "unknown \(kind) '\(word)'; "
    if known.isEmpty { return start + "no \(kind) is defined yet, so define it" }
    if let near = Suggestion.nearest(to: word, in: known) {
        return start + "did you mean '\(near)'?"
    }
    // A long list helps nobody who reads one line.
    let shown = known.count <= 16 ? known : Array(known.prefix(12)) + ["…"]
    return start + "write \(list(shown, "or"))"
}

private func list(_ words: [String], _ joint: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(joint) " + last
}

private func quoted(_ word: String) -> String { "'\(word)'" }
