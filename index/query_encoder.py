"""Encodes what a person asks, without torch: the exported network in ONNX Runtime, with a cache. Its only importer."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from index.encoder import Advance, Vectors
from index.errors import ModelFault

REMEMBERED = 4096
BATCH = 32


def encoder_folder(root: Path, model: str) -> Path:
    """Where the exported encoder of a model lies."""
    return root / hashlib.sha256(model.encode()).hexdigest()[:16]


class QueryEncoder:
    """The exported model; equal to sentence-transformers to 1e-4. Safe to share between threads."""

    def __init__(self, folder: Path, name: str, *, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        if not (folder / "query.onnx").is_file():
            raise ModelFault(f"{folder}: no exported query encoder; run `usher index build`")
        try:
            self._session = onnxruntime.InferenceSession(str(folder / "query.onnx"), options)
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as fault:  # ONNX Runtime and tokenizers raise bare Exceptions of their own
            raise ModelFault(
                f"{folder}: the exported query encoder is damaged; remove the folder and build again"
            ) from fault
        self._tokenizer.enable_padding()
        self.name = name
        self.dimensions = int(self._session.get_outputs()[0].shape[1])
        self._known: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def encode(self, texts: Sequence[str], *, advance: Advance | None = None) -> Vectors:
        """Unit vectors of shape (texts, dimensions); a text seen lately is not computed again."""
        with self._lock:
            missing = [text for text in dict.fromkeys(texts) if text not in self._known]
            for start in range(0, len(missing), BATCH):
                batch = missing[start : start + BATCH]
                self._known.update(zip(batch, self._run(batch), strict=True))
            vectors = (
                np.stack([self._known[text] for text in texts]) if texts else np.zeros((0, self.dimensions), np.float32)
            )
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        if advance:
            advance(len(texts))
        return vectors

    def _run(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(list(texts))
        ids = np.array([each.ids for each in encoded], dtype=np.int64)
        mask = np.array([each.attention_mask for each in encoded], dtype=np.int64)
        (vectors,) = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
        return np.asarray(vectors, dtype=np.float32)
