// What a byte of UTF-8 stands for in ids, names and numbers.
extension UInt8 {
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isSmallASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

    /// Small or capital.
    var isASCIILetter: Bool { (self | 0x20).isSmallASCIILetter }
}
