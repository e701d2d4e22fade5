import CLibCurl

// The options that are set, by what they take; each is explained by the page of libcurl that is named
// as its constant, such as CURLOPT_UPLOAD(3).

extension CurlHandle {
    package enum Flag {
        case asksByGet, sendsByPost, uploads
        case followsRedirects, keepsCredentialsOverRedirects, refusesUserInAddress
        case hidesProxyHead
        case needsNewConnection, closesConnection
        /// Whether ending a transfer does not wait for its name look-up.
        case endsAtOnce
        case saysWhoWeAreAtOnce
        /// Whether a message goes to those who may have it though others may not.
        case allowsRefusedRecipients

        var raw: CURLoption {
            switch self {
            case .asksByGet: CURLOPT_HTTPGET
            case .sendsByPost: CURLOPT_POST
            case .uploads: CURLOPT_UPLOAD
            case .followsRedirects: CURLOPT_FOLLOWLOCATION
            case .keepsCredentialsOverRedirects: CURLOPT_UNRESTRICTED_AUTH
            case .refusesUserInAddress: CURLOPT_DISALLOW_USERNAME_IN_URL
            case .hidesProxyHead: CURLOPT_SUPPRESS_CONNECT_HEADERS
            case .needsNewConnection: CURLOPT_FRESH_CONNECT
            case .closesConnection: CURLOPT_FORBID_REUSE
            case .endsAtOnce: CURLOPT_QUICK_EXIT
            case .saysWhoWeAreAtOnce: CURLOPT_SASL_IR
            case .allowsRefusedRecipients: shim_mail_rcpt_allow_fails
            }
        }
    }

    package enum NumberOption {
        case mostRedirects
        /// A transfer ends that brings fewer bytes a second for `lowSpeedTime`.
        case lowSpeedInBytes
        /// Of a body, as sent.
        case mostBytes
    }

    package enum DurationOption {
        /// Of the whole transfer.
        case timeout
        case connectTimeout
        case lowSpeedTime
        /// How long a mail server may take for one answer.
        case answerTimeout
        /// How long a connection that nobody uses is kept.
        case connectionAge
        /// How long it is remembered where a name leads.
        case nameAge

        var isInMilliseconds: Bool { self == .timeout || self == .connectTimeout }

        var raw: CURLoption {
            switch self {
            case .timeout: CURLOPT_TIMEOUT_MS
            case .connectTimeout: CURLOPT_CONNECTTIMEOUT_MS
            case .lowSpeedTime: CURLOPT_LOW_SPEED_TIME
            case .answerTimeout: CURLOPT_SERVER_RESPONSE_TIMEOUT
            case .connectionAge: CURLOPT_MAXAGE_CONN
            case .nameAge: CURLOPT_DNS_CACHE_TIMEOUT
            }
        }
    }

    package enum TextOption {
        case address
        /// Names between commas.
        case protocols, redirectProtocols
        case method
        case userAgent
        /// Those offered, which libcurl then undoes; `nil` for none.
        case encodings
        /// The empty text for none.
        case proxy
        /// Hosts that are asked without the proxy.
        case proxyExceptions
        /// Those of the file are trusted, and no others, for good: there is no way back to the system's.
        case certificateFile
        case user, password
        /// With angle brackets.
        case sender

        var raw: CURLoption {
            switch self {
            case .address: CURLOPT_URL
            case .protocols: CURLOPT_PROTOCOLS_STR
            case .redirectProtocols: CURLOPT_REDIR_PROTOCOLS_STR
            case .method: CURLOPT_CUSTOMREQUEST
            case .userAgent: CURLOPT_USERAGENT
            case .encodings: CURLOPT_ACCEPT_ENCODING
            case .proxy: CURLOPT_PROXY
            case .proxyExceptions: CURLOPT_NOPROXY
            case .certificateFile: CURLOPT_CAINFO
            case .user: CURLOPT_USERNAME
            case .password: CURLOPT_PASSWORD
            case .sender: CURLOPT_MAIL_FROM
            }
        }
    }

    package enum ListOption {
        case headers
        /// Where names lead, instead of a look-up: `host:port:address`.
        case knownAddresses
        /// With angle brackets.
        case recipients

        var raw: CURLoption {
            switch self {
            case .headers: CURLOPT_HTTPHEADER
            case .knownAddresses: CURLOPT_RESOLVE
            case .recipients: CURLOPT_MAIL_RCPT
            }
        }
    }

    package enum HTTPVersion {
        case http1
        /// Where the connection is encrypted and the server speaks it.
        case http2
    }
}
