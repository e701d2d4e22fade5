/// Turns a statement, as this module writes it for SQLite, into one for PostgreSQL.
///
/// Most of what sets the two apart is avoided by writing what both know. What is left is rewritten
/// here, word by word; texts between quotes are left alone.
///
/// - `?` and `?3` become `$1`, `$3`
/// - `INDEXED BY name` goes: PostgreSQL's planner takes no orders
/// - `CROSS JOIN`, by which SQLite is told an order, becomes `JOIN`
/// - `entry_text MATCH ?` becomes a search in the column `words`
/// - `json_each(?)`, a list of texts as a table with the column `value`, becomes what PostgreSQL has for it
struct Dialect {
    private var rest: Substring
    private var result = ""
    private var places = 0
    /// Whether the next place is for a search.
    private var isSearched = false

    static func postgreSQL(_ sql: String) -> String {
        var dialect = Dialect(rest: Substring(sql))
        while let character = dialect.rest.first { dialect.pass(character) }
        return dialect.result
    }

    // MARK: - Private

    private init(rest: Substring) {
        self.rest = rest
    }

    private mutating func pass(_ character: Character) {
        switch character {
        case "'", "\"":
            let inside = rest.dropFirst().prefix { $0 != character }
            result += rest.prefix(inside.count + 2)
            rest = rest.dropFirst(inside.count + 2)
        case "?":
            passPlace()
        case _ where character.isPartOfWord:
            let word = rest.prefix(while: \.isPartOfWord)
            rest = rest.dropFirst(word.count)
            pass(word: word)
        default:
            result.append(character)
            rest = rest.dropFirst()
        }
    }

    private mutating func passPlace() {
        rest = rest.dropFirst()
        let digits = rest.prefix(while: \.isNumber)
        rest = rest.dropFirst(digits.count)
        places = Int(digits) ?? places + 1
        result += "$\(places)\(isSearched ? "::tsquery" : "")"
        isSearched = false
    }

    private mutating func pass(word: Substring) {
        switch word {
        case "INDEXED":
            // ` BY name`
            rest = rest.drop(while: \.isWhitespace).drop(while: \.isPartOfWord)
                .drop(while: \.isWhitespace).drop(while: \.isPartOfWord)
        case "CROSS":
            rest = rest.drop(while: \.isWhitespace)
        case "entry_text" where rest.hasPrefix(" MATCH "):
            rest = rest.dropFirst(" MATCH ".count)
            result += "entry_text.words @@ "
            isSearched = true
        case "json_each" where rest.hasPrefix("(?)"):
            rest = rest.dropFirst("(?)".count)
            places += 1
            result += "json_array_elements_text($\(places)::json) AS value"
        default:
            result += word
        }
    }
}

extension Character {
    fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "_" }
}
