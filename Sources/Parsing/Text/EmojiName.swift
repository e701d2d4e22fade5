/// The characters of emoji that forums draw as pictures with a name in place of the character, ":heart:",
/// as Discourse does: those with a tone, and those that people use most.
enum EmojiName {
    /// - Parameter text: the picture's; `nil` where it is no name of one of them.
    static func character(of text: String) -> String? {
        guard text.utf8.count > 2, text.utf8.first == .colon, text.utf8.last == .colon else {
            return nil
        }
        // What stands behind it is the tone of the skin: `:+1:t3:`.
        return text.split(separator: ":").first.flatMap { characters[$0] }
    }

    // MARK: - Private

    private static let characters: [Substring: String] = [
        "+1": "👍", "thumbsup": "👍", "-1": "👎", "thumbsdown": "👎", "100": "💯", "angry": "😠",
        "anguished": "😧", "astonished": "😲", "blush": "😊", "broken_heart": "💔", "bulb": "💡",
        "clap": "👏", "cold_sweat": "😰", "confetti_ball": "🎊", "confounded": "😖", "confused": "😕",
        "cry": "😢", "crying_cat_face": "😿", "cursing_face": "🤬", "disappointed": "😞",
        "disappointed_relieved": "😥", "exclamation": "❗", "expressionless": "😑", "eyes": "👀",
        "face_vomiting": "🤮", "face_with_monocle": "🧐", "face_with_symbols_over_mouth": "🤬",
        "face_with_symbols_on_mouth": "🤬", "facepalm": "🤦", "fearful": "😨", "fire": "🔥",
        "frowning": "😦", "frowning_face": "☹️", "fu": "🖕", "grimacing": "😬", "grin": "😁",
        "grinning": "😀", "hankey": "💩", "heart": "❤️", "heart_eyes": "😍", "hugs": "🤗",
        "innocent": "😇", "joy": "😂", "kissing_heart": "😘", "laughing": "😆", "man_facepalming": "🤦",
        "middle_finger": "🖕", "muscle": "💪", "nauseated_face": "🤢", "neutral_face": "😐",
        "no_good": "🙅", "ok_hand": "👌", "partying_face": "🥳", "pensive": "😔", "persevere": "😣",
        "person_facepalming": "🤦", "pleading_face": "🥺", "poop": "💩", "pray": "🙏", "question": "❓",
        "rage": "😡", "raised_hands": "🙌", "rocket": "🚀", "rofl": "🤣", "roll_eyes": "🙄",
        "scream": "😱", "shrug": "🤷", "skull": "💀", "sleeping": "😴", "slight_frown": "🙁",
        "slight_smile": "🙂", "smile": "😄", "smiley": "😃", "smiling_face_with_three_hearts": "🥰",
        "smirk": "😏", "sob": "😭", "star_struck": "🤩", "stuck_out_tongue": "😛",
        "stuck_out_tongue_winking_eye": "😜", "sunglasses": "😎", "sweat": "😓", "sweat_smile": "😅",
        "tada": "🎉", "thinking": "🤔", "tired_face": "😫", "triumph": "😤", "trophy": "🏆",
        "unamused": "😒", "upside_down_face": "🙃", "wave": "👋", "weary": "😩",
        "white_check_mark": "✅", "wink": "😉", "woman_facepalming": "🤦", "worried": "😟",
        "x": "❌", "yum": "😋", "zany_face": "🤪",
    ]
}
