import Foundation

extension Error {
    /// What the system says went wrong, without the framework around it: `Permission denied`.
    var reason: String {
        let underlying = (self as? CocoaError)?.underlying as? POSIXError
        guard let code = (underlying ?? self as? POSIXError)?.code else {
            return localizedDescription
        }
        return unsafe String(cString: strerror(code.rawValue))
    }
}
