/// The two forms that nearly all feeds write their dates in, read straight from their bytes.
enum UsualDate {
    /// `nil` for any other form, which may be a date all the same.
    static func civilDate(_ text: String) -> CivilDate? {
        let bytes = text.utf8.span
        switch bytes.count {
        case 20, 25: return internetDate(bytes)
        case 29, 31: return mailDate(bytes)
        default: return nil
        }
    }

    // MARK: - Private

    /// `2026-03-05T14:05:09Z`, `2026-03-05T14:05:09+01:00` (RFC 3339).
    private static func internetDate(_ bytes: Span<UInt8>) -> CivilDate? {
        guard bytes[4] == .dash, bytes[7] == .dash, bytes[10] == UInt8(ascii: "T"),
            let year = number(bytes, 0..<4), let month = number(bytes, 5..<7),
            let day = number(bytes, 8..<10), let time = time(bytes, at: 11)
        else { return nil }
        var date = CivilDate(
            year: year, month: month, day: day, hour: time.hour, minute: time.minute,
            second: time.second)
        date.zone = .offset(0)
        if bytes.count == 20 { return bytes[19] == UInt8(ascii: "Z") ? date : nil }
        guard bytes[22] == .colon, let offset = offset(bytes, hoursAt: 20, minutesAt: 23) else {
            return nil
        }
        date.zone = .offset(offset)
        return date
    }

    /// `Thu, 05 Mar 2026 14:05:09 GMT`, `Thu, 05 Mar 2026 14:05:09 +0100` (RFC 822).
    private static func mailDate(_ bytes: Span<UInt8>) -> CivilDate? {
        guard weekdays.contains(name(bytes, at: 0)), bytes[3] == UInt8(ascii: ","),
            bytes[4] == .space, let day = number(bytes, 5..<7), bytes[7] == .space,
            let month = months.firstIndex(of: name(bytes, at: 8)), bytes[11] == .space,
            let year = number(bytes, 12..<16), bytes[16] == .space,
            let time = time(bytes, at: 17), bytes[25] == .space
        else { return nil }
        var date = CivilDate(
            year: year, month: month + 1, day: day, hour: time.hour, minute: time.minute,
            second: time.second)
        date.zone = .offset(0)
        if bytes.count == 29 { return name(bytes, at: 26) == greenwich ? date : nil }
        guard let offset = offset(bytes, hoursAt: 27, minutesAt: 29) else { return nil }
        date.zone = .offset(offset)
        return date
    }

    private static func time(_ bytes: Span<UInt8>, at start: Int)
        -> (hour: Int, minute: Int, second: Int)?
    {
        guard bytes[start + 2] == .colon, bytes[start + 5] == .colon,
            let hour = number(bytes, start..<start + 2),
            let minute = number(bytes, start + 3..<start + 5),
            let second = number(bytes, start + 6..<start + 8)
        else { return nil }
        return (hour, minute, second)
    }

    /// Minutes east of Greenwich; the sign stands before the hours.
    private static func offset(_ bytes: Span<UInt8>, hoursAt first: Int, minutesAt second: Int)
        -> Int?
    {
        let sign = bytes[first - 1]
        guard sign == .dash || sign == UInt8(ascii: "+"),
            let hours = number(bytes, first..<first + 2), hours <= 14,
            let minutes = number(bytes, second..<second + 2), minutes < 60
        else { return nil }
        return (sign == .dash ? -1 : 1) * (hours * 60 + minutes)
    }

    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            guard bytes[index].isASCIIDigit else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return value
    }

    /// Three letters as one number.
    private static func name(_ bytes: Span<UInt8>, at start: Int) -> UInt32 {
        UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
    }

    private static let weekdays = names("Mon Tue Wed Thu Fri Sat Sun")
    private static let months = names("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    private static let greenwich = names("GMT")[0]

    private static func names(_ text: String) -> [UInt32] {
        text.split(separator: " ").map { name(Array($0.utf8).span, at: 0) }
    }
}
