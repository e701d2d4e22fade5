/// A mistake in a query and where in it.
struct QueryError: Error {
    let mistake: QueryMistake
    /// 1-based, in Unicode scalars.
    let character: Int
}

/// What can be wrong in a query.
package enum QueryMistake: Hashable, Sendable, CustomStringConvertible {
    case expectedTerm(found: String)
    case unexpected(String)
    case unclosed(Character, with: Character)
    case closesNothing(Character)
    case nothingToFind(String)
    case misplacedStar(String)
    case starInQuotes
    case starInBraces
    case curlyQuote
    case singleQuote(String)
    case minus(String)
    case exclamation(String)
    case tilde(String)
    case similarity(String, of: String)
    case questionMark(String)
    case sign(String, for: String)
    case lowerCaseOperator(String)
    case foreignOperator(String, for: String)
    case badDistance(String)
    case nearNeedsWords
    case tooManyNear(limit: Int)
    case unknownField(String)
    case fieldInField
    case badLanguage(String)
    case badDomain(String)
    case onlyNot
    case tooDeep(limit: Int)
    case badMacroName(String)
    case unknownMacro(String, known: [String])
    case macroCycle([String])
    case macrosTooDeep(limit: Int)
    case tooLarge(limit: Int)

    package var description: String {
        switch self {
        case .expectedTerm(let found):
            "expected a word, found \(found); write a word, a \"phrase\" or '('"
        case .unexpected(let found): "expected AND, OR or the end, found \(found); write AND or OR"
        case .unclosed(let opening, let closing):
            "'\(opening)' is never closed; write '\(closing)' where it ends"
        case .closesNothing(let closing): "'\(closing)' closes nothing; remove it"
        case .nothingToFind(let text):
            "'\(text)' has no letter or digit to look for; write a word, AND, OR or NOT"
        case .misplacedStar(let word):
            "'*' is misplaced in '\(word)'; write it at the end of a word only"
        case .starInQuotes: "'*' stands inside quotes; write stem* without quotes"
        case .starInBraces:
            "'*' stands inside braces; write stem* without them, or {One} OR {Other}"
        case .curlyQuote: "a curly quote; write the straight one, \""
        case .singleQuote(let word):
            "\(word.prefix(1)) encloses no phrase; write the double quote, \""
        case .minus(let word): "'-' does not exclude; write NOT \(word.dropFirst())"
        case .exclamation(let word): "'!' does not exclude; write NOT \(word.dropFirst())"
        case .tilde(let text):
            "'\(text)' behind a phrase gives no distance; join its words, as in one NEAR/5 other"
        case .similarity(let sign, let word):
            "'\(sign)' finds nothing similar to '\(word)'; write stem*, or the words joined by OR"
        case .questionMark(let word):
            "'?' stands for no letter in '\(word)'; write stem*, or the words joined by OR"
        case .sign(let sign, let name): "'\(sign)' joins nothing; write \(name)"
        case .lowerCaseOperator(let word):
            "'\(word)' is in small letters; write \(word.uppercased()), or \"\(word)\" for the word"
        case .foreignOperator(let word, let name):
            "'\(word)' joins nothing; write \(name), or \"\(word)\" for the word"
        case .badDistance(let text):
            "'\(text)' has no distance from 0 to 100 words; write NEAR/5"
        case .nearNeedsWords:
            "NEAR joins words, phrases and ( OR ) of them; write AND, NOT and fields outside it"
        case .tooManyNear(let limit):
            "more than \(limit) NEAR behind or inside each other; write fewer, or AND"
        case .unknownField(let name):
            Suggestion.nearest(to: name, in: QueryLexer.fieldNames).map {
                "unknown field '\(name)'; did you mean '\($0)'?"
            } ?? "unknown field '\(name)'; write title, author, site or lang, or use quotes"
        case .fieldInField: "a field inside another; write it outside, joined by AND"
        case .badLanguage(let text):
            "'\(text)' is no language; write an ISO 639-1 code, such as lang:pl"
        case .badDomain(let text):
            "'\(text)' is no domain; write one such as site:example.org, which takes what lies below "
                + "it along"
        case .onlyNot: "only NOT, so nearly every text would do; write a word that must be there"
        case .badMacroName(let name):
            "'$\(name)' cannot name a macro; write a-z, 0-9 and '_', beginning with a letter"
        case .unknownMacro(let name, let known):
            Suggestion.nearest(to: name, in: known).map {
                "unknown macro '$\(name)'; did you mean '$\($0)'?"
            } ?? "unknown macro '$\(name)'; write '\(name): …' under 'macros:' of this file"
        case .macroCycle(let names):
            "the macro needs itself (\(names.map { "$\($0)" }.joined(separator: " → "))); "
                + "write one of them without the next"
        case .macrosTooDeep(let limit):
            "more than \(limit) macros inside each other; write the queries of some of them out"
        case .tooLarge(let limit):
            "more than \(limit) words once its macros are put in; write fewer"
        case .tooDeep(let limit): "more than \(limit) '(' inside each other; write fewer"
        }
    }
}
