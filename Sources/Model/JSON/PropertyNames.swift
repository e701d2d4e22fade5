/// The names of properties as they are written, each in quotation marks, by numbers.
struct PropertyNames: ~Copyable {
    private var written: [[UInt8]] = []
    /// Of each the first bytes behind the quotation mark, by which most are told apart.
    private var heads: [UInt64] = []
    /// The key that a name was made of; `nil` for one that is data.
    private var keys: [String?] = []
    /// The name that came after each when it was last asked for: mostly the next property of an
    /// object of the same type.
    private var followers: [Int] = []
    private var last = 0
    private var numberOfKey: [String: Int] = [:]
    private var numberOfText: [String: Int] = [:]

    subscript(number: Int) -> [UInt8] { written[number] }

    /// The number of a property's name, which is written in snake_case.
    mutating func number(ofKey key: String) -> Int {
        if last < followers.count, keys[followers[last]] == key {
            last = followers[last]
            return last
        }
        let number = numberOfKey[key] ?? number(ofText: SnakeCase.name(of: key))
        numberOfKey[key] = number
        keys[number] = key
        followers[last] = number
        last = number
        return number
    }

    /// The number of a name that is data, which stays as it is.
    mutating func number(ofText text: String) -> Int {
        if let number = numberOfText[text] { return number }
        var name: [UInt8] = []
        JSONText.append(quoted: text, to: &name)
        let head = name.dropFirst().prefix(8)
        let number = written.count
        heads.append(
            head.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - head.count)))
        written.append(name)
        keys.append(nil)
        followers.append(number)
        numberOfText[text] = number
        return number
    }

    /// Whether one stands before another in an object.
    func precedes(_ one: Int, _ other: Int) -> Bool {
        heads[one] == heads[other]
            ? written[one].lexicographicallyPrecedes(written[other]) : heads[one] < heads[other]
    }

    func sort(_ properties: inout ArraySlice<JSONText.Property>) {
        properties.sort { precedes($0.name, $1.name) }
    }
}
