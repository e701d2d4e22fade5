import Model
import Parsing

extension FetchFailure {
    init(_ error: ParseError) {
        let kind: Kind = if case .botWall = error { .botWall } else { .unreadable }
        self.init(kind: kind, message: error.description)
    }
}
