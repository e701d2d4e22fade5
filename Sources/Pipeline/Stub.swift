import Model
import Parsing
import RuleLoading
struct PageText { var text: String?; var isArchivable = true }
extension DocumentParser { func mainText(of page: [UInt8], url: String?, contentType: String?) throws(ParseError) -> PageText { PageText() } }
extension ParseError { var isBotWall: Bool { false } }
extension FetchingSettings { var deadline: Duration? { nil } }
