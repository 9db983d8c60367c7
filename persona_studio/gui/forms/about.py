# SPDX-License-Identifier: MIT
"""Generated from ui/about.ui by packaging/compile_forms.py; never edited by hand."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_About(object):
    def setupUi(self, About):
        if not About.objectName():
            About.setObjectName(u"About")
        About.resize(820, 560)
        self.column = QVBoxLayout(About)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 20, 20, 20)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.logo = QLabel(About)
        self.logo.setObjectName(u"logo")
        self.logo.setTextFormat(Qt.TextFormat.PlainText)
        self.logo.setProperty(u"kind", u"logo")

        self.head.addWidget(self.logo)

        self.title = QLabel(About)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"kind", u"title")

        self.head.addWidget(self.title)

        self.version = QLabel(About)
        self.version.setObjectName(u"version")
        self.version.setTextFormat(Qt.TextFormat.PlainText)
        self.version.setProperty(u"kind", u"muted")

        self.head.addWidget(self.version)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.space)


        self.column.addLayout(self.head)

        self.promise = QLabel(About)
        self.promise.setObjectName(u"promise")
        self.promise.setTextFormat(Qt.TextFormat.PlainText)
        self.promise.setWordWrap(True)
        self.promise.setProperty(u"kind", u"muted")

        self.column.addWidget(self.promise)

        self.own = QLabel(About)
        self.own.setObjectName(u"own")
        self.own.setTextFormat(Qt.TextFormat.PlainText)
        self.own.setWordWrap(True)
        self.own.setProperty(u"kind", u"")

        self.column.addWidget(self.own)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(12)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.names = QListWidget(About)
        self.names.setObjectName(u"names")
        self.names.setMinimumSize(QSize(320, 0))
        self.names.setMaximumSize(QSize(340, 16777215))
        self.names.setProperty(u"kind", u"menu")
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)

        self.middle.addWidget(self.names)

        self.text = QPlainTextEdit(About)
        self.text.setObjectName(u"text")
        self.text.setReadOnly(True)

        self.middle.addWidget(self.text)


        self.column.addLayout(self.middle)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.space2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.space2)

        self.done = QPushButton(About)
        self.done.setObjectName(u"done")
        self.done.setAutoDefault(True)

        self.foot.addWidget(self.done)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.names, self.text)
        QWidget.setTabOrder(self.text, self.done)

        self.retranslateUi(About)

        self.done.setDefault(True)


        QMetaObject.connectSlotsByName(About)
    # setupUi

    def retranslateUi(self, About):
        About.setWindowTitle(QCoreApplication.translate("About", u"About Persona Studio", None))
        self.logo.setText(QCoreApplication.translate("About", u"P\u00b7S", None))
        self.title.setText(QCoreApplication.translate("About", u"Persona Studio", None))
        self.version.setText(QCoreApplication.translate("About", u"Version", None))
        self.promise.setText(QCoreApplication.translate("About", u"Every line on a persona is traced to the people behind it, or openly marked as an assumption. Everything stays on this computer: no account, no network.", None))
        self.own.setText(QCoreApplication.translate("About", u"Free software under the MIT licence. It stands on the work of others:", None))
#if QT_CONFIG(accessibility)
        self.names.setAccessibleName(QCoreApplication.translate("About", u"Licences", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("About", u"Text of the licence", None))
#endif // QT_CONFIG(accessibility)
        self.done.setText(QCoreApplication.translate("About", u"Close", None))
#if QT_CONFIG(accessibility)
        self.done.setAccessibleName(QCoreApplication.translate("About", u"Close", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

