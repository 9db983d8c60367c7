# SPDX-License-Identifier: MIT
"""Generated from ui/recheck_page.ui by packaging/compile_forms.py; never edited by hand."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_RecheckPage(object):
    def setupUi(self, RecheckPage):
        if not RecheckPage.objectName():
            RecheckPage.setObjectName(u"RecheckPage")
        RecheckPage.resize(1180, 640)
        RecheckPage.setProperty(u"kind", u"page")
        self.column = QVBoxLayout(RecheckPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 14, 20, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(RecheckPage)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"kind", u"title")

        self.head.addWidget(self.title)

        self.choice = QComboBox(RecheckPage)
        self.choice.setObjectName(u"choice")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self.head.addWidget(self.choice)

        self.head_gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_gap)

        self.events = QPushButton(RecheckPage)
        self.events.setObjectName(u"events")
        self.events.setAutoDefault(False)

        self.head.addWidget(self.events)

        self.back = QPushButton(RecheckPage)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)

        self.head.addWidget(self.back)


        self.column.addLayout(self.head)

        self.body = QHBoxLayout()
        self.body.setSpacing(18)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(12)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.counts = QHBoxLayout()
        self.counts.setSpacing(20)
        self.counts.setObjectName(u"counts")
        self.counts.setContentsMargins(0, 0, 0, 0)

        self.left.addLayout(self.counts)

        self.list_area = QScrollArea(RecheckPage)
        self.list_area.setObjectName(u"list_area")
        self.list_area.setWidgetResizable(True)
        self.list_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_area.setFrameShape(QFrame.Shape.NoFrame)
        self.list_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.list_page.setProperty(u"kind", u"clear")
        self.cards = QVBoxLayout(self.list_page)
        self.cards.setSpacing(10)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 10, 8)
        self.list_area.setWidget(self.list_page)

        self.left.addWidget(self.list_area)


        self.body.addLayout(self.left)

        self.side = QFrame(RecheckPage)
        self.side.setObjectName(u"side")
        self.side.setMinimumSize(QSize(360, 0))
        self.side.setMaximumSize(QSize(480, 16777215))
        self.side.setProperty(u"kind", u"card")
        self.side_column = QVBoxLayout(self.side)
        self.side_column.setSpacing(0)
        self.side_column.setObjectName(u"side_column")
        self.side_column.setContentsMargins(1, 1, 1, 1)
        self.side_area = QScrollArea(self.side)
        self.side_area.setObjectName(u"side_area")
        self.side_area.setWidgetResizable(True)
        self.side_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side_area.setFrameShape(QFrame.Shape.NoFrame)
        self.side_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side_page = QWidget()
        self.side_page.setObjectName(u"side_page")
        self.side_page.setProperty(u"kind", u"clear")
        self.side_body = QVBoxLayout(self.side_page)
        self.side_body.setSpacing(8)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(18, 18, 18, 18)
        self.side_area.setWidget(self.side_page)

        self.side_column.addWidget(self.side_area)


        self.body.addWidget(self.side)

        self.body.setStretch(0, 5)
        self.body.setStretch(1, 3)

        self.column.addLayout(self.body)


        self.retranslateUi(RecheckPage)

        QMetaObject.connectSlotsByName(RecheckPage)
    # setupUi

    def retranslateUi(self, RecheckPage):
        self.title.setText(QCoreApplication.translate("RecheckPage", u"Re-check personas", None))
#if QT_CONFIG(accessibility)
        self.choice.setAccessibleName(QCoreApplication.translate("RecheckPage", u"Which waves are compared", None))
#endif // QT_CONFIG(accessibility)
        self.events.setText(QCoreApplication.translate("RecheckPage", u"What changed outside\u2026", None))
#if QT_CONFIG(tooltip)
        self.events.setToolTip(QCoreApplication.translate("RecheckPage", u"Note a new product, a law, a price: claims it touches are up for review", None))
#endif // QT_CONFIG(tooltip)
        self.back.setText(QCoreApplication.translate("RecheckPage", u"Back to the checklist", None))
        pass
    # retranslateUi

