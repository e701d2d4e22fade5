/// Names of properties as contracts have them: `shareOfVoice` is `share_of_voice`.
enum SnakeCase {
    /// - Parameter key: Begins with a small letter, as names in Swift do.
    static func name(of key: String) -> String {
        let letters = Array(key)
        var name = ""
        for (place, letter) in letters.enumerated() {
            let isAfterSmall = place > 0 && !letters[place - 1].isUppercase
            let isBeforeSmall = place + 1 < letters.count && letters[place + 1].isLowercase
            // Of several capitals, `URL`, the last begins a word only where one goes on from it.
            if letter.isUppercase, place > 0, isAfterSmall || isBeforeSmall { name += "_" }
            name += letter.lowercased()
        }
        return name
    }
}
