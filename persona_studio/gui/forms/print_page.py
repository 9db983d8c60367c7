# SPDX-License-Identifier: MIT
"""Generated from ui/print_page.ui by packaging/compile_forms.py; never edited by hand."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QHBoxLayout, QLabel, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_PrintPage(object):
    def setupUi(self, PrintPage):
        if not PrintPage.objectName():
            PrintPage.setObjectName(u"PrintPage")
        PrintPage.resize(1180, 640)
        PrintPage.setProperty(u"kind", u"page")
        self.column = QVBoxLayout(PrintPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 14, 20, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(PrintPage)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"kind", u"title")

        self.head.addWidget(self.title)

        self.state = QLabel(PrintPage)
        self.state.setObjectName(u"state")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setProperty(u"kind", u"muted")

        self.head.addWidget(self.state)

        self.head_gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_gap)


        self.column.addLayout(self.head)

        self.body = QHBoxLayout()
        self.body.setSpacing(16)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.left = QWidget(PrintPage)
        self.left.setObjectName(u"left")
        self.left.setMinimumSize(QSize(248, 0))
        self.left.setMaximumSize(QSize(248, 16777215))
        self.left_column = QVBoxLayout(self.left)
        self.left_column.setSpacing(12)
        self.left_column.setObjectName(u"left_column")
        self.left_column.setContentsMargins(0, 0, 0, 0)
        self.people_card = QFrame(self.left)
        self.people_card.setObjectName(u"people_card")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.people_card.sizePolicy().hasHeightForWidth())
        self.people_card.setSizePolicy(sizePolicy)
        self.people_card.setProperty(u"kind", u"card")
        self.people_column = QVBoxLayout(self.people_card)
        self.people_column.setSpacing(6)
        self.people_column.setObjectName(u"people_column")
        self.people_column.setContentsMargins(14, 12, 12, 12)
        self.people_head = QHBoxLayout()
        self.people_head.setSpacing(8)
        self.people_head.setObjectName(u"people_head")
        self.people_head.setContentsMargins(0, 0, 0, 0)
        self.people_title = QLabel(self.people_card)
        self.people_title.setObjectName(u"people_title")
        self.people_title.setTextFormat(Qt.TextFormat.PlainText)
        self.people_title.setProperty(u"kind", u"section")

        self.people_head.addWidget(self.people_title)

        self.people_gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.people_head.addItem(self.people_gap)

        self.all = QPushButton(self.people_card)
        self.all.setObjectName(u"all")
        self.all.setProperty(u"kind", u"link")
        self.all.setAutoDefault(False)

        self.people_head.addWidget(self.all)

        self.none = QPushButton(self.people_card)
        self.none.setObjectName(u"none")
        self.none.setProperty(u"kind", u"link")
        self.none.setAutoDefault(False)

        self.people_head.addWidget(self.none)


        self.people_column.addLayout(self.people_head)

        self.people_area = QScrollArea(self.people_card)
        self.people_area.setObjectName(u"people_area")
        self.people_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.people_area.setWidgetResizable(True)
        self.people_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people = QWidget()
        self.people.setObjectName(u"people")
        self.people.setProperty(u"kind", u"clear")
        self.people_list = QVBoxLayout(self.people)
        self.people_list.setSpacing(4)
        self.people_list.setObjectName(u"people_list")
        self.people_list.setContentsMargins(0, 0, 0, 0)
        self.people_area.setWidget(self.people)

        self.people_column.addWidget(self.people_area)


        self.left_column.addWidget(self.people_card)

        self.settings_card = QFrame(self.left)
        self.settings_card.setObjectName(u"settings_card")
        self.settings_card.setProperty(u"kind", u"card")
        self.settings_column = QVBoxLayout(self.settings_card)
        self.settings_column.setSpacing(6)
        self.settings_column.setObjectName(u"settings_column")
        self.settings_column.setContentsMargins(14, 12, 14, 14)
        self.template_title = QLabel(self.settings_card)
        self.template_title.setObjectName(u"template_title")
        self.template_title.setTextFormat(Qt.TextFormat.PlainText)
        self.template_title.setProperty(u"kind", u"section")

        self.settings_column.addWidget(self.template_title)

        self.template_box = QComboBox(self.settings_card)
        self.template_box.setObjectName(u"template_box")

        self.settings_column.addWidget(self.template_box)

        self.paper_title = QLabel(self.settings_card)
        self.paper_title.setObjectName(u"paper_title")
        self.paper_title.setTextFormat(Qt.TextFormat.PlainText)
        self.paper_title.setProperty(u"kind", u"section")

        self.settings_column.addWidget(self.paper_title)

        self.paper_box = QComboBox(self.settings_card)
        self.paper_box.setObjectName(u"paper_box")

        self.settings_column.addWidget(self.paper_box)

        self.tile_box = QComboBox(self.settings_card)
        self.tile_box.setObjectName(u"tile_box")

        self.settings_column.addWidget(self.tile_box)

        self.colour_title = QLabel(self.settings_card)
        self.colour_title.setObjectName(u"colour_title")
        self.colour_title.setTextFormat(Qt.TextFormat.PlainText)
        self.colour_title.setProperty(u"kind", u"section")

        self.settings_column.addWidget(self.colour_title)

        self.colour_box = QComboBox(self.settings_card)
        self.colour_box.setObjectName(u"colour_box")

        self.settings_column.addWidget(self.colour_box)

        self.distance_title = QLabel(self.settings_card)
        self.distance_title.setObjectName(u"distance_title")
        self.distance_title.setTextFormat(Qt.TextFormat.PlainText)
        self.distance_title.setProperty(u"kind", u"section")

        self.settings_column.addWidget(self.distance_title)

        self.distance_box = QComboBox(self.settings_card)
        self.distance_box.setObjectName(u"distance_box")
        self.distance_box.setEditable(True)
        self.distance_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.settings_column.addWidget(self.distance_box)

        self.side_title = QLabel(self.settings_card)
        self.side_title.setObjectName(u"side_title")
        self.side_title.setTextFormat(Qt.TextFormat.PlainText)
        self.side_title.setProperty(u"kind", u"section")

        self.settings_column.addWidget(self.side_title)

        self.side_box = QComboBox(self.settings_card)
        self.side_box.setObjectName(u"side_box")

        self.settings_column.addWidget(self.side_box)

        self.language_title = QLabel(self.settings_card)
        self.language_title.setObjectName(u"language_title")
        self.language_title.setTextFormat(Qt.TextFormat.PlainText)
        self.language_title.setProperty(u"kind", u"section")

        self.settings_column.addWidget(self.language_title)

        self.language_box = QComboBox(self.settings_card)
        self.language_box.setObjectName(u"language_box")

        self.settings_column.addWidget(self.language_box)

        self.safe_box = QCheckBox(self.settings_card)
        self.safe_box.setObjectName(u"safe_box")

        self.settings_column.addWidget(self.safe_box)


        self.left_column.addWidget(self.settings_card)

        self.left_rest = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.left_column.addItem(self.left_rest)


        self.body.addWidget(self.left)

        self.stage = QVBoxLayout()
        self.stage.setSpacing(8)
        self.stage.setObjectName(u"stage")
        self.stage.setContentsMargins(0, 0, 0, 0)

        self.body.addLayout(self.stage)

        self.right = QWidget(PrintPage)
        self.right.setObjectName(u"right")
        self.right.setMinimumSize(QSize(272, 0))
        self.right.setMaximumSize(QSize(272, 16777215))
        self.right_column = QVBoxLayout(self.right)
        self.right_column.setSpacing(12)
        self.right_column.setObjectName(u"right_column")
        self.right_column.setContentsMargins(0, 0, 0, 0)
        self.notes_card = QFrame(self.right)
        self.notes_card.setObjectName(u"notes_card")
        self.notes_card.setProperty(u"kind", u"card")
        self.notes_column = QVBoxLayout(self.notes_card)
        self.notes_column.setSpacing(8)
        self.notes_column.setObjectName(u"notes_column")
        self.notes_column.setContentsMargins(14, 12, 12, 12)
        self.notes_title = QLabel(self.notes_card)
        self.notes_title.setObjectName(u"notes_title")
        self.notes_title.setTextFormat(Qt.TextFormat.PlainText)
        self.notes_title.setProperty(u"kind", u"name")

        self.notes_column.addWidget(self.notes_title)

        self.notes_lead = QLabel(self.notes_card)
        self.notes_lead.setObjectName(u"notes_lead")
        self.notes_lead.setTextFormat(Qt.TextFormat.PlainText)
        self.notes_lead.setProperty(u"kind", u"quiet")
        self.notes_lead.setWordWrap(True)

        self.notes_column.addWidget(self.notes_lead)

        self.notes_area = QScrollArea(self.notes_card)
        self.notes_area.setObjectName(u"notes_area")
        self.notes_area.setProperty(u"kind", u"read")
        self.notes_area.setWidgetResizable(True)
        self.notes_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notes_widget = QWidget()
        self.notes_widget.setObjectName(u"notes_widget")
        self.notes_widget.setProperty(u"kind", u"clear")
        self.notes = QVBoxLayout(self.notes_widget)
        self.notes.setSpacing(10)
        self.notes.setObjectName(u"notes")
        self.notes.setContentsMargins(0, 0, 0, 0)
        self.notes_area.setWidget(self.notes_widget)

        self.notes_column.addWidget(self.notes_area)


        self.right_column.addWidget(self.notes_card)


        self.body.addWidget(self.right)


        self.column.addLayout(self.body)


        self.retranslateUi(PrintPage)

        QMetaObject.connectSlotsByName(PrintPage)
    # setupUi

    def retranslateUi(self, PrintPage):
        self.title.setText(QCoreApplication.translate("PrintPage", u"Print", None))
        self.state.setText("")
        self.people_title.setText(QCoreApplication.translate("PrintPage", u"Personas", None))
        self.all.setText(QCoreApplication.translate("PrintPage", u"All", None))
        self.none.setText(QCoreApplication.translate("PrintPage", u"None", None))
        self.template_title.setText(QCoreApplication.translate("PrintPage", u"Template", None))
#if QT_CONFIG(accessibility)
        self.template_box.setAccessibleName(QCoreApplication.translate("PrintPage", u"Template", None))
#endif // QT_CONFIG(accessibility)
        self.paper_title.setText(QCoreApplication.translate("PrintPage", u"Paper", None))
#if QT_CONFIG(accessibility)
        self.paper_box.setAccessibleName(QCoreApplication.translate("PrintPage", u"Paper", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.tile_box.setAccessibleName(QCoreApplication.translate("PrintPage", u"How it is printed", None))
#endif // QT_CONFIG(accessibility)
        self.colour_title.setText(QCoreApplication.translate("PrintPage", u"Colour", None))
#if QT_CONFIG(accessibility)
        self.colour_box.setAccessibleName(QCoreApplication.translate("PrintPage", u"Colour", None))
#endif // QT_CONFIG(accessibility)
        self.distance_title.setText(QCoreApplication.translate("PrintPage", u"Read from", None))
#if QT_CONFIG(accessibility)
        self.distance_box.setAccessibleName(QCoreApplication.translate("PrintPage", u"Reading distance", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.distance_box.setToolTip(QCoreApplication.translate("PrintPage", u"Choose or type a distance, such as 1.2 m or 80 cm; the type follows it", None))
#endif // QT_CONFIG(tooltip)
        self.side_title.setText(QCoreApplication.translate("PrintPage", u"Pages begin", None))
#if QT_CONFIG(accessibility)
        self.side_box.setAccessibleName(QCoreApplication.translate("PrintPage", u"Side on which pages begin", None))
#endif // QT_CONFIG(accessibility)
        self.language_title.setText(QCoreApplication.translate("PrintPage", u"Read aloud in", None))
#if QT_CONFIG(tooltip)
        self.language_box.setToolTip(QCoreApplication.translate("PrintPage", u"The language screen readers speak the words in, and whose shapes East Asian letters take", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.language_box.setAccessibleName(QCoreApplication.translate("PrintPage", u"Language the pages are read aloud in", None))
#endif // QT_CONFIG(accessibility)
        self.safe_box.setText(QCoreApplication.translate("PrintPage", u"Safe for the client", None))
#if QT_CONFIG(tooltip)
        self.safe_box.setToolTip(QCoreApplication.translate("PrintPage", u"Only quotes ticked for print, no count below five, no notes or names of the team", None))
#endif // QT_CONFIG(tooltip)
        self.notes_title.setText(QCoreApplication.translate("PrintPage", u"Before you save", None))
        self.notes_lead.setText(QCoreApplication.translate("PrintPage", u"The page shown is the very file that will be saved.", None))
#if QT_CONFIG(accessibility)
        self.notes_area.setAccessibleName(QCoreApplication.translate("PrintPage", u"Notes before saving", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

