"""The widgets of the window. They know nothing of features; every text they are given is plain data.

Common to all: `set_…` shows and sends nothing; `edited(value)` is sent after a person's change only. What shows words
of its own has `retranslate()`, run by `ui.translate.follow_language`. Colours and fonts come from `ui.theme` roles.

labels          PlainLabel (roles: muted, small, strong, heading, title, group, attention, stop; elide, wrap), Muted,
                Caption, Heading, Title, Rule; plain_tooltip, restyle
buttons         Button (kind primary, quiet, link), Link, IconButton
menu_button     MenuButton: "Timeline ▾", a choice or a menu of actions
icons           icon, pixmap: line icons of resources/icons in a role's colour
text_box        TextBox: plain text that grows and tells of an edit after 600 ms or on leaving; TypingPause, clean
fields          LineField, NoteField, ChoiceField, ToggleRow; CaptionedField, the base with caption and remark
moment_fields   DateField, TimeField, MinutesField with keys; parse_day, parse_time, parse_minutes, show_day, show_time
paired_field    PairedField(LanguageName…): a text in the event's languages side by side, with states and suggestions
phrase_offers   PhraseOffers: counterparts, whole phrases and mended signs under a text; on phrase_base
segmented       Segmented: a few choices side by side
tab_bar         TabBar(Tab…): the tabs of a page with numbers of findings
nav_list        NavList(NavEntry…, group): groups, dots, counts; boxed=True for a list of documents
card            Card(CardRow…): a white card with heading and rows; Meter, a thin bar of a share
findings        FindingsList(FindingRow…): what the checks found, with actions; FactsField(Fact…): a box of lines
pill            Pill, Dot, Tone; paint_pill, paint_dot for delegates
message_bar     MessageArea(Message…): error, info, read-only bars with actions
empty_state     EmptyState: what a page is for and the one next step
progress        ThinProgress: a thin bar after 150 ms
filter_bar      FilterBar, SearchBox: a search line, a count, controls and buttons above a list
row_table       RowTable(Column…): many rows; search, sort, replace_rows by id; on rows, row_model, row_delegate
flow            FlowLayout: widgets in lines that break
table_look      dress_table: the look all tables share; line_delegate, the editors of those that are typed into
waiting_list    WaitingList(Waiting…): who has no place in a car or at a table; carried_person, what is dragged from it
language_list   LanguageList: languages in an order, each with a cross; spoken_languages writes a person's
leaving         let_go: widgets that leave a layout; form has fit_boxes, so many boxes in a section
folding_bar     FoldingBar: buttons in one line, those without room in a menu "More"
"""
