import Foundation

/// How many columns a help may take.
enum HelpColumns {
    /// Lets the terminal say it where `COLUMNS` allows too few; to be called before arguments are read.
    ///
    /// Swift Argument Parser leaves texts out that have no room beside the names of options, and with 0, which
    /// some shells without a terminal hand on, all of them.
    static func ignoreTooFew() {
        guard let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }),
            columns < least
        else { return }
        // Fails only for a name that is none.
        _ = unsafe unsetenv("COLUMNS")
    }

    /// The texts begin behind 26 of them.
    private static let least = 40
}
