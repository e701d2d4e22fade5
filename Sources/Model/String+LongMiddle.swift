extension String {
    /// The text without its middle where it is longer than a message that anybody reads.
    ///
    /// A message begins with what was written and ends with what to write instead; only what somebody
    /// pasted where a name should stand is long.
    package var withoutLongMiddle: String {
        let scalars = unicodeScalars
        guard scalars.count > 1_000 else { return self }
        return "\(Substring(scalars.prefix(600)))…\(Substring(scalars.suffix(300)))"
    }
}
