# SPDX-License-Identifier: MIT
"""Generated from ui/review_keep.ui by packaging/compile_forms.py; never edited by hand."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDateEdit, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_ReviewKeep(object):
    def setupUi(self, ReviewKeep):
        if not ReviewKeep.objectName():
            ReviewKeep.setObjectName(u"ReviewKeep")
        ReviewKeep.resize(560, 110)
        self.column = QVBoxLayout(ReviewKeep)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 4, 0, 0)
        self.ask = QLabel(ReviewKeep)
        self.ask.setObjectName(u"ask")
        self.ask.setTextFormat(Qt.TextFormat.PlainText)
        self.ask.setProperty(u"kind", u"strong")

        self.column.addWidget(self.ask)

        self.reason = QLineEdit(ReviewKeep)
        self.reason.setObjectName(u"reason")

        self.column.addWidget(self.reason)

        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.until_label = QLabel(ReviewKeep)
        self.until_label.setObjectName(u"until_label")
        self.until_label.setTextFormat(Qt.TextFormat.PlainText)
        self.until_label.setProperty(u"kind", u"muted")

        self.row.addWidget(self.until_label)

        self.until = QDateEdit(ReviewKeep)
        self.until.setObjectName(u"until")
        self.until.setCalendarPopup(True)

        self.row.addWidget(self.until)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row.addItem(self.gap)

        self.cancel = QPushButton(ReviewKeep)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.row.addWidget(self.cancel)

        self.keep = QPushButton(ReviewKeep)
        self.keep.setObjectName(u"keep")
        self.keep.setAutoDefault(False)
        self.keep.setProperty(u"kind", u"primary")

        self.row.addWidget(self.keep)


        self.column.addLayout(self.row)

#if QT_CONFIG(shortcut)
        self.ask.setBuddy(self.reason)
        self.until_label.setBuddy(self.until)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReviewKeep)

        QMetaObject.connectSlotsByName(ReviewKeep)
    # setupUi

    def retranslateUi(self, ReviewKeep):
        self.ask.setText(QCoreApplication.translate("ReviewKeep", u"Why may this stay as it is?", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("ReviewKeep", u"In a few words, for whoever reads this in a year", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("ReviewKeep", u"Reason to keep this", None))
#endif // QT_CONFIG(accessibility)
        self.until_label.setText(QCoreApplication.translate("ReviewKeep", u"Until", None))
#if QT_CONFIG(accessibility)
        self.until.setAccessibleName(QCoreApplication.translate("ReviewKeep", u"Last day of the exception", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("ReviewKeep", u"Cancel", None))
        self.keep.setText(QCoreApplication.translate("ReviewKeep", u"Keep it", None))
        pass
    # retranslateUi

