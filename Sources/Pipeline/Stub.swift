import Model
import Parsing
struct PageText { var text: String?; var isArchivable = true }
extension DocumentParser { func mainText(of page: [UInt8], url: String?, contentType: String?) throws(ParseError) -> PageText { PageText() } }
